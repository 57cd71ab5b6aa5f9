"""Calls back whoever waits for a socket."""

import select


class Loop:
    def __init__(self):
        self.epoll = select.epoll()
        self.waiting = {}

    def watch(self, thing, call, events=select.EPOLLIN):
        self.waiting[thing.fileno()] = (thing, call)
        self.epoll.register(thing.fileno(), events)

    def forget(self, thing):
        if self.waiting.pop(thing.fileno(), None) is not None:
            self.epoll.unregister(thing.fileno())

    def turn(self, seconds):
        """Calls whoever something came for; waits at most so long. Answers with how many."""
        ready = self.epoll.poll(seconds, 1024)
        for number, _ in ready:
            waiting = self.waiting.get(number)
            if waiting is not None:
                waiting[1]()
        return len(ready)
