"""The AWS CLI without its start: a process that has it loaded forks one for each command that `client.py` hands over."""

import array
import io
import json
import os
import select
import signal
import socket
import struct
import sys
import threading
import time
import traceback

import awscli.clidriver

# Seconds without a command after which it ends.
IDLE = 300
STREAMS = 3
DATA_PATH = os.environ["AWS_DATA_PATH"]


def main(path):
    listener = socket.socket(socket.AF_UNIX)
    own = f"{path}.{os.getpid()}"
    listener.bind(own)
    listener.listen(64)
    # Of two that start at once the later one has the name, and the other one ends.
    inode = os.stat(own).st_ino
    os.rename(own, path)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    last = time.monotonic()
    while time.monotonic() - last < IDLE and has_name(path, inode):
        ready, _, _ = select.select([listener], [], [], 1)
        if not ready:
            continue
        last = time.monotonic()
        connection, _ = listener.accept()
        if os.fork() == 0:
            listener.close()
            answer(connection)
        connection.close()


def has_name(path, inode):
    """Its folder goes with the emulator that it works for."""
    try:
        return os.stat(path).st_ino == inode
    except FileNotFoundError:
        return False


def answer(connection):
    """Runs one command in this process, with the environment and the streams of who asked, and ends."""
    status = 255
    try:
        request = receive(connection)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        threading.Thread(target=end_with, args=(connection,), daemon=True).start()
        os.chdir(request["cwd"])
        os.environ.clear()
        # The module sets it where it is loaded.
        os.environ.update(request["env"], AWS_DATA_PATH=DATA_PATH)
        sys.argv = ["aws", *request["args"]]
        sys.stdin, sys.stdout, sys.stderr = (stream(fd) for fd in range(STREAMS))
        status = awscli.clidriver.main()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 1
    except BaseException:
        traceback.print_exc()
    finally:
        for one in (sys.stdout, sys.stderr):
            try:
                one.flush()
            except OSError:
                pass
        try:
            connection.sendall(struct.pack("!i", status or 0))
        finally:
            os._exit(0)


def receive(connection):
    head, ancillary, _, _ = connection.recvmsg(4, socket.CMSG_SPACE(STREAMS * array.array("i").itemsize))
    fds = array.array("i")
    for _, _, data in ancillary:
        fds.frombytes(data)
    for target, fd in enumerate(fds):
        os.dup2(fd, target)
        os.close(fd)
    (length,) = struct.unpack("!i", head)
    body = bytearray()
    while len(body) < length:
        body += connection.recv(length - len(body))
    return json.loads(body)


def stream(fd):
    raw = io.FileIO(fd, "r" if fd == 0 else "w", closefd=False)
    buffered = io.BufferedReader(raw) if fd == 0 else io.BufferedWriter(raw)
    return io.TextIOWrapper(buffered, encoding="utf-8", errors="surrogateescape", line_buffering=fd == 2)


def end_with(connection):
    """Who asked was killed: then this is too."""
    if connection.recv(1) == b"":
        os._exit(1)


if __name__ == "__main__":
    main(sys.argv[1])
