"""Tries many connections at once, each from the namespace of its source, and says how each ended."""

import errno
import select
import socket
import struct

IP_FREEBIND = 15
IPV6_FREEBIND = 78
AT_ONCE = 4000
ICMP_HEADER = struct.Struct("!BBHHH")
V4, V6 = socket.AF_INET, socket.AF_INET6


class Tries:
    """One batch: what has not ended when no packet is under way any more never does."""

    def __init__(self, tries, barrier, namespaces, loop):
        self.tries = tries
        self.barrier = barrier
        self.outcomes = [None] * len(tries)
        self.namespaces = namespaces
        self.loop = loop
        self.open = {}

    def run(self):
        by_source = {}
        for index, one in enumerate(self.tries):
            by_source.setdefault(one["namespace"], []).append(index)
        for name, indexes in by_source.items():
            self.namespaces.enter(name)
            for index in indexes:
                self.begin(index)
            # Others answer while this goes on, or their queues fill.
            self.loop.turn(0)
        self.barrier.wait()
        for index in list(self.open):
            self.end(index, "timeout")
        return self.outcomes

    def begin(self, index):
        one = self.tries[index]
        family = V6 if one["family"] == "ipv6" else V4
        start = {"tcp": self.tcp, "udp": self.udp, "icmp": self.echo}[one["protocol"]]
        start(index, family, one)

    def opened(self, index, family, kind, protocol, one):
        made = socket.socket(family, kind, protocol)
        made.setblocking(False)
        if one.get("source"):
            level, option = (
                (socket.IPPROTO_IPV6, IPV6_FREEBIND) if family == V6 else (socket.IPPROTO_IP, IP_FREEBIND)
            )
            made.setsockopt(level, option, 1)
            made.bind((one["source"], 0))
        self.open[index] = made
        return made

    def tcp(self, index, family, one):
        made = self.opened(index, family, socket.SOCK_STREAM, 0, one)
        code = made.connect_ex((one["address"], one["port"]))
        if code not in (0, errno.EINPROGRESS):
            return self.failed(index, code)
        self.loop.watch(made, lambda: self.connected(index, made), select.EPOLLOUT)

    def connected(self, index, made):
        code = made.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if code:
            return self.failed(index, code)
        self.end(index, "arrived")

    def udp(self, index, family, one):
        made = self.opened(index, family, socket.SOCK_DGRAM, 0, one)
        try:
            made.connect((one["address"], one["port"]))
            made.send(b"lab")
        except OSError as error:
            return self.failed(index, error.errno)
        self.loop.watch(made, lambda: self.received(index, made, lambda _: True))

    def echo(self, index, family, one):
        protocol = socket.IPPROTO_ICMPV6 if family == V6 else socket.IPPROTO_ICMP
        made = self.opened(index, family, socket.SOCK_RAW, protocol, one)
        asked, answered, skip = (128, 129, 0) if family == V6 else (8, 0, 20)
        head = ICMP_HEADER.pack(asked, 0, 0, index & 0xFFFF, index >> 16)
        # For ICMPv6 the kernel computes the checksum.
        head = head if family == V6 else ICMP_HEADER.pack(asked, 0, checksum(head), index & 0xFFFF, index >> 16)

        def is_answer(data):
            if len(data) < skip + ICMP_HEADER.size:
                return False
            kind, _, _, low, high = ICMP_HEADER.unpack_from(data, skip)
            return kind == answered and (high << 16 | low) == index

        try:
            made.connect((one["address"], 0))
            made.send(head)
        except OSError as error:
            return self.failed(index, error.errno)
        self.loop.watch(made, lambda: self.received(index, made, is_answer))

    def received(self, index, made, is_answer):
        try:
            data = made.recv(2048)
        except BlockingIOError:
            return
        except OSError as error:
            return self.failed(index, error.errno)
        if is_answer(data):
            self.end(index, "arrived")

    def failed(self, index, code):
        self.end(index, "refused" if code == errno.ECONNREFUSED else "timeout")

    def end(self, index, outcome):
        made = self.open.pop(index, None)
        if made is None:
            return
        self.outcomes[index] = outcome
        self.loop.forget(made)
        made.close()


def checksum(data):
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def try_all(tries, barrier, namespaces, loop):
    """The outcomes, in the order of the tries."""
    outcomes = []
    for first in range(0, len(tries), AT_ONCE):
        outcomes += Tries(tries[first : first + AT_ONCE], barrier, namespaces, loop).run()
    return outcomes
