"""Makes the network namespaces of a plan, and enters them. Everything happens in namespaces of this process alone."""

import contextlib
import ctypes
import fcntl
import os
import re
import socket
import struct
import subprocess
import time

CLONE_NEWNS = 0x00020000
CLONE_NEWNET = 0x40000000
MS_BIND = 0x1000
SIOCGIFFLAGS = 0x8913
SIOCETHTOOL = 0x8946
ETHTOOL_GLINK = 0x0A
IFF_RUNNING = 0x40
LONGEST_START = 10
SCRATCH = "/run/lab"
LIBC = ctypes.CDLL(None, use_errno=True)


def checked(result, what):
    if result != 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{what}: {os.strerror(code)}")


def mount(source, target, kind, flags=0):
    checked(
        LIBC.mount(source.encode(), target.encode(), kind.encode() if kind else None, flags, None),
        f"mount {target}",
    )


def prepare():
    """An empty /run, which only this process and its children see."""
    mount("lab", "/run", "tmpfs")
    os.makedirs("/run/netns")
    os.makedirs(SCRATCH)


class Namespaces:
    """The namespaces by name; a socket stays in the one in which it was opened."""

    def __init__(self):
        self.files = {}
        self.root = os.open("/proc/self/ns/net", os.O_RDONLY | os.O_CLOEXEC)
        run_ip(["link set lo up"])

    def add(self, names):
        run_ip(f"netns add {name}" for name in names)
        for name in names:
            self.files[name] = os.open(f"/run/netns/{name}", os.O_RDONLY | os.O_CLOEXEC)

    def enter_root(self):
        checked(LIBC.setns(self.root, CLONE_NEWNET), "enter the first namespace")

    def enter(self, name):
        checked(LIBC.setns(self.files[name], CLONE_NEWNET), f"enter {name}")


def run_ip(lines):
    """`ip -batch` in the current namespace; stops at the first command that fails."""
    finish(start(["ip", "-batch", "-"], "\n".join(lines) + "\n"))


def start(command, text):
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    process.stdin.write(text)
    process.stdin.close()
    return command, text, process


def finish(started):
    command, text, process = started
    said = process.stdout.read()
    if process.wait() != 0:
        number = re.search(r"Command failed -:(\d+)", said)
        line = "" if number is None else f" at: {text.splitlines()[int(number[1]) - 1]}"
        raise RuntimeError(f"{' '.join(command)}{line}: {said.strip()}")


def write_sysctls(values):
    """`/proc/sys/net` is that of the namespace in which this thread is."""
    for name, value in values.items():
        with open("/proc/sys/" + name.replace(".", "/"), "w", encoding="ascii") as file:
            file.write(value)


def stand_up(plan):
    """Namespaces, links, addresses, routes and filters of a plan; answers with its namespaces."""
    prepare()
    namespaces = Namespaces()
    namespaces.add([space["name"] for space in plan["namespaces"]])
    for space in plan["namespaces"]:
        namespaces.enter(space["name"])
        write_sysctls(space["sysctls"])
    run_ip(plan["links"])
    started = []
    for space in plan["namespaces"]:
        namespaces.enter(space["name"])
        started.append(start(["ip", "-batch", "-"], "\n".join(space["ip"]) + "\n"))
        if space["ip6"]:
            started.append(start(["ip", "-6", "-batch", "-"], "\n".join(space["ip6"]) + "\n"))
        if space["nft"]:
            started.append(start(["nft", "-f", "-"], space["nft"]))
    for one in started:
        finish(one)
    wires = [(space["name"], device) for space in plan["namespaces"] for device in space["devices"]]
    wait_until_running(namespaces, wires)
    wait_until_joined(plan, namespaces)
    return namespaces


def wait_until_joined(plan, namespaces):
    """The kernel joins the groups of IPv6 addresses in its own time; before, it overhears who asks for its neighbours."""
    deadline = time.monotonic() + LONGEST_START
    for space in plan["namespaces"]:
        namespaces.enter(space["name"])
        wanted = {tuple(group) for group in space["groups"]}
        while missing := sorted(wanted - joined_groups()):
            if time.monotonic() > deadline:
                raise RuntimeError(f"the device {missing[0][0]} in {space['name']} does not join {missing[0][1]}")
            time.sleep(0.001)


def joined_groups():
    with open("/proc/thread-self/net/igmp6", encoding="ascii") as file:
        return {(words[1], words[2]) for words in map(str.split, file)}


def wait_until_running(namespaces, devices, daemons=()):
    """
    The kernel notices in its own time, up to a second, that both ends of a wire are up; before, a device drops what it
    gets. Asked for the state of a device's link, newer kernels notice at once.
    """
    deadline = time.monotonic() + LONGEST_START
    waiting = devices
    with contextlib.ExitStack() as stack:
        controls = {}
        for name in {name for name, _ in waiting}:
            namespaces.enter(name)
            controls[name] = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        while waiting:
            for name, device in waiting:
                notice_link(controls[name], device)
            waiting = [(name, device) for name, device in waiting if not is_running(controls[name], device)]
            check_daemons(daemons)
            if waiting and time.monotonic() > deadline:
                raise RuntimeError(f"the device {waiting[0][1]} in {waiting[0][0]} does not come up")
            time.sleep(0.001 if waiting else 0)
    # The kernel marks a device before it opens its queue, under a lock that this command waits for.
    run_ip(["link set lo up"])


def notice_link(control, device):
    value = ctypes.create_string_buffer(struct.pack("II", ETHTOOL_GLINK, 0))
    asked = struct.pack("16sP16x", device.encode(), ctypes.addressof(value))
    fcntl.ioctl(control, SIOCETHTOOL, asked)


def is_running(control, device):
    answer = fcntl.ioctl(control, SIOCGIFFLAGS, struct.pack("16sh22x", device.encode(), 0))
    return struct.unpack_from("16sh", answer)[1] & IFF_RUNNING


def start_daemons(plan, namespaces, wanted):
    """tayga and unbound, with their files in a folder of their own; they end with this process's namespace."""
    processes = []
    for space in plan["namespaces"]:
        for daemon in space["daemons"]:
            if daemon["kind"] not in wanted:
                continue
            folder = f"{SCRATCH}/{space['name']}-{daemon['name']}"
            os.makedirs(folder)
            with open(f"{folder}/conf", "w", encoding="utf8") as file:
                file.write(daemon["config"].replace("@FOLDER@", folder))
            namespaces.enter(space["name"])
            command = [part.replace("@FOLDER@", folder) for part in daemon["command"]]
            log = open(f"{folder}/log", "w+", encoding="utf8")
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
            processes.append((" ".join(command), process, log))
    return processes


def check_daemons(processes):
    for name, process, log in processes:
        if process.poll() is not None:
            log.seek(0)
            raise RuntimeError(f"{name} ended: {log.read().strip()}")
