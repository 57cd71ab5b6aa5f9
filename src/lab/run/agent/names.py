"""Asks the laboratory's resolvers."""

import socket
import struct
import time

from namespaces import check_daemons

A, AAAA = 1, 28
PORT = 53
LONGEST_START = 20
LONGEST_ANSWER = 5


def question(name, kind, number):
    labels = b"".join(bytes([len(label)]) + label.encode() for label in name.rstrip(".").split(".") if label)
    return struct.pack("!6H", number, 0x0100, 1, 0, 0, 0) + labels + b"\0" + struct.pack("!HH", kind, 1)


def skip_name(data, at):
    while data[at] != 0:
        if data[at] >= 0xC0:
            return at + 2
        at += data[at] + 1
    return at + 1


def addresses_in(data):
    """The addresses of an answer, in its order."""
    _, _, questions, answers = struct.unpack_from("!4H", data)
    at = 12
    for _ in range(questions):
        at = skip_name(data, at) + 4
    found = []
    for _ in range(answers):
        at = skip_name(data, at)
        kind, _, _, length = struct.unpack_from("!HHIH", data, at)
        at += 10
        if kind == A:
            found.append(socket.inet_ntop(socket.AF_INET, data[at : at + 4]))
        if kind == AAAA:
            found.append(socket.inet_ntop(socket.AF_INET6, data[at : at + 16]))
        at += length
    return found


def ask(server, port, name, kind, wait):
    """The addresses of a name; None when nobody answers in time. Waits."""
    family = socket.AF_INET6 if ":" in server else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as made:
        made.settimeout(wait)
        try:
            made.connect((server, port))
            made.send(question(name, kind, kind))
            return addresses_in(made.recv(4096))
        except OSError:
            return None


def wait_for(plan, namespaces, wanted, daemons, loop):
    """Until each resolver answers: they take a moment to start."""
    for space in plan["namespaces"]:
        for daemon in space["daemons"]:
            if daemon["kind"] != "resolver" or "resolver" not in wanted:
                continue
            namespaces.enter(space["name"])
            deadline = time.monotonic() + LONGEST_START
            while ask(daemon["address"], daemon["port"], "ready.lab", A, 0.1) is None:
                check_daemons(daemons)
                if time.monotonic() > deadline:
                    raise RuntimeError("the resolvers do not answer")
                loop.turn(0.02)


def resolve_all(questions, namespaces):
    """For each `{namespace, server, name, family}` its addresses; None where nobody answers."""
    answers = []
    for one in questions:
        namespaces.enter(one["namespace"])
        kind = AAAA if one["family"] == "ipv6" else A
        answers.append(ask(one["server"], PORT, one["name"], kind, LONGEST_ANSWER))
    return answers
