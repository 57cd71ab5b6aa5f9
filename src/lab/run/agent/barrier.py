"""
Waits until no packet of the laboratory is under way any more, however busy the machine is: a try without an answer by then
gets none. The kernel hands packets on in a queue of the processor, and all of this runs on one processor: a packet that
is sent later, and comes, has let all earlier ones pass. So it is with each tayga, which is asked itself.
"""

import os
import socket
import time

# A packet waits in the queue once for each wire; the longest way, there and back, has fewer.
ROUNDS = 24
LONGEST = 20
# Where each tayga answers echo requests.
TAYGA = "198.19.255.1"
ECHO_REQUEST = bytes([8, 0, 0xF7, 0xFF, 0, 0, 0, 0])


def use_one_processor():
    """For this process and all that it starts."""
    allowed = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {allowed[time.time_ns() // 1000 % len(allowed)]})


class Barrier:
    def __init__(self, plan, namespaces, loop):
        self.loop = loop
        namespaces.enter_root()
        self.own = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.own.bind(("127.0.0.1", 0))
        self.own.connect(self.own.getsockname())
        self.translators = []
        for space in plan["namespaces"]:
            for _ in space["tuns"]:
                namespaces.enter(space["name"])
                asked = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP)
                asked.connect((TAYGA, 0))
                self.translators.append(asked)
        self.came = False
        for one in (self.own, *self.translators):
            one.setblocking(False)
            loop.watch(one, lambda one=one: self.take(one))

    def take(self, one):
        try:
            while one.recv(2048):
                self.came = True
        except BlockingIOError:
            return

    def wait(self):
        deadline = time.monotonic() + LONGEST
        for _ in range(ROUNDS):
            for one in (self.own, *self.translators):
                self.came = False
                one.send(b"lab" if one is self.own else ECHO_REQUEST)
                while not self.came:
                    self.loop.turn(0.1)
                    if time.monotonic() > deadline:
                        raise RuntimeError("packets are under way for too long: is this machine very busy?")
            while self.loop.turn(0):
                pass
