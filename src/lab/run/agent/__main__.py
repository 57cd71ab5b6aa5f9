"""
What runs inside the laboratory. It reads one line of JSON from the file descriptor 3: a plan and what to do in it; it
answers with one line of JSON on the file descriptor 4. When the other end of 3 closes, it ends, and with it everything.
"""

import json
import os
import signal
import subprocess
import sys

import names
import namespaces as spaces
from barrier import Barrier, use_one_processor
from listeners import open_listeners
from loop import Loop
from tries import try_all

ORDERS = 3
ANSWERS = 4
# Of what nobody looks at while it goes on.
LONGEST = 300


class Gone(Exception):
    """Who asked for the laboratory is no longer there."""


class Orders:
    """The line that was asked, and the end of whoever asked it."""

    def __init__(self):
        self.file = os.fdopen(ORDERS, "rb", buffering=0)

    def fileno(self):
        return self.file.fileno()

    def read_line(self):
        parts = []
        while not parts or not parts[-1].endswith(b"\n"):
            part = self.file.read(1 << 20)
            if not part:
                raise Gone
            parts.append(part)
        return json.loads(b"".join(parts))

    def ended(self):
        raise Gone


def run_command(order, spaces_by_name, loop):
    """Runs a command in a namespace, while the listeners answer; gives its exit code."""
    resolv = f"{spaces.SCRATCH}/resolv.conf"
    with open(resolv, "w", encoding="ascii") as file:
        file.write(order["resolvConf"])

    def with_resolver():
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        spaces.checked(spaces.LIBC.unshare(spaces.CLONE_NEWNS), "a mount namespace")
        spaces.mount(resolv, os.path.realpath("/etc/resolv.conf"), None, spaces.MS_BIND)

    spaces_by_name.enter(order["namespace"])
    # An interrupt is for the command.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        process = subprocess.Popen(order["command"], preexec_fn=with_resolver)
    except OSError as error:
        # As a shell says it, and with its exit code: the laboratory stands, the command is what is missing.
        print(f"cannot run {order['command'][0]}: {error.strerror}", file=sys.stderr)
        return 127
    while process.poll() is None:
        loop.turn(0.02)
    return process.returncode


def too_long(_signal, _frame):
    raise RuntimeError(f"it has taken more than {LONGEST} seconds")


def obey(order, orders):
    plan = order["plan"]
    if order["kind"] != "command":
        signal.signal(signal.SIGALRM, too_long)
        signal.alarm(LONGEST)
    use_one_processor()
    made = spaces.stand_up(plan)
    loop = Loop()
    loop.watch(orders, orders.ended)
    open_listeners(plan, made, loop)
    daemons = spaces.start_daemons(plan, made, order["daemons"])
    if "nat64" in order["daemons"]:
        tuns = [(space["name"], device) for space in plan["namespaces"] for device in space["tuns"]]
        spaces.wait_until_running(made, tuns, daemons)
    names.wait_for(plan, made, order["daemons"], daemons, loop)
    spaces.check_daemons(daemons)
    if order["kind"] == "command":
        return {"exitCode": run_command(order, made, loop)}
    if order["kind"] == "names":
        return {"answers": names.resolve_all(order["questions"], made)}
    answers = names.resolve_all(order["questions"], made)
    return {"outcomes": try_all(order["tries"], Barrier(plan, made, loop), made, loop), "answers": answers}


def main():
    orders = Orders()
    try:
        answer = obey(orders.read_line(), orders)
    except Gone:
        return
    except (OSError, RuntimeError, subprocess.SubprocessError) as error:
        answer = {"error": str(error)}
    with os.fdopen(ANSWERS, "w", encoding="utf8") as file:
        file.write(json.dumps(answer) + "\n")


main()
sys.stdout.flush()
# Waits for nobody: the end of this process is the end of its namespaces.
os._exit(0)
