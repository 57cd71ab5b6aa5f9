"""What answers in the laboratory: TCP and UDP listeners of all namespaces in this one process."""

import socket
import struct

ECHO = 7
BACKLOG = 4096
ANSWER = b"answer: "
IPV6_RECVPKTINFO = 49
IPV6_PKTINFO = 50
IPV6_FREEBIND = 78


def open_listeners(plan, namespaces, loop):
    for space in plan["namespaces"]:
        listen = space["listen"]
        if listen["any"] or listen["tcp"] or listen["udp"]:
            namespaces.enter(space["name"])
        ports = {"tcp": list(listen["tcp"]), "udp": list(listen["udp"])}
        if listen["any"]:
            # nft turns every port into this one, after the security group has judged the port that was asked for.
            ports = {"tcp": [ECHO], "udp": [ECHO]}
        for port in ports["tcp"]:
            Tcp(port, space["label"], loop)
        for port in ports["udp"]:
            Udp(port, loop)


def dual_stack(kind):
    opened = socket.socket(socket.AF_INET6, kind)
    opened.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
    opened.setblocking(False)
    return opened


class Tcp:
    """Takes connections, and says to whom reads from them who it is, as HTTP."""

    def __init__(self, port, label, loop):
        self.socket = dual_stack(socket.SOCK_STREAM)
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(("::", port))
        self.socket.listen(BACKLOG)
        self.label = label
        self.loop = loop
        loop.watch(self.socket, self.accept)

    def accept(self):
        try:
            taken, peer = self.socket.accept()
        except OSError:
            return
        taken.setblocking(False)
        self.loop.watch(taken, lambda: self.answer(taken, peer))

    def answer(self, taken, peer):
        self.loop.forget(taken)
        body = f"{self.label} was asked by {peer[0].removeprefix('::ffff:')}\n".encode()
        head = f"HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        try:
            if taken.recv(65536):
                taken.send(head + body)
        except OSError:
            pass  # The other side has gone: there is nobody to tell.
        taken.close()


class Udp:
    """Sends back what comes, from the address that was asked; never an answer, or two listeners would talk for ever."""

    def __init__(self, port, loop):
        self.socket = dual_stack(socket.SOCK_DGRAM)
        self.socket.setsockopt(socket.IPPROTO_IPV6, IPV6_RECVPKTINFO, 1)
        # Where every address of a block answers, none of them is at a device.
        self.socket.setsockopt(socket.IPPROTO_IPV6, IPV6_FREEBIND, 1)
        self.socket.bind(("::", port))
        loop.watch(self.socket, self.echo)

    def echo(self):
        try:
            data, extra, _, peer = self.socket.recvmsg(65536, 256)
            if data.startswith(ANSWER):
                return
            asked = next(value for _, kind, value in extra if kind == IPV6_PKTINFO)
            from_there = struct.pack("16sI", asked[:16], 0)
            self.socket.sendmsg([ANSWER + data], [(socket.IPPROTO_IPV6, IPV6_PKTINFO, from_there)], 0, peer)
        except OSError:
            return  # An earlier answer was refused, or the filters let this one not out.
