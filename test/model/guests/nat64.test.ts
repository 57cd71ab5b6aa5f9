import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { NAT64_CONFIGURATION, nat64Lines } from "../../../src/model/guests/nat64.ts";
import { runOnGuest } from "../../support/guest-root.ts";
import { findLabTools } from "../../support/lab-tools.ts";
import { describeWithTools } from "../../support/tools.ts";

const SCRIPT = ["set -eu", ...nat64Lines(), ""].join("\n");
const made = runOnGuest(SCRIPT, { "/etc/systemd/system/x": "" });
const START = "/etc/nat64/start";

function file(name: string): string {
  return made.files[name] ?? "";
}

describe("the lines for a guest that translates", () => {
  test("write what the service needs, and leave it to the service to do it at each start", () => {
    expect({ status: made.status, stderr: made.stderr }).toEqual({ status: 0, stderr: "" });
    expect(Object.keys(made.files)).toEqual(
      expect.arrayContaining([NAT64_CONFIGURATION, "/etc/nat64/rules.nft", START]),
    );
    expect(made.calls).toEqual([
      "systemctl mask tayga.service",
      "systemctl daemon-reload",
      "systemctl enable nat64.service",
      "systemctl start --no-block nat64.service",
    ]);
    const unit = file("/etc/systemd/system/nat64.service");
    expect(unit).toContain("WantedBy=multi-user.target");
    expect(unit).toContain("ExecStartPre=/bin/sh /etc/nat64/start");
    // It is tried until the packages are there.
    expect(unit).toMatch(/^Restart=always$/m);
    expect(unit).toMatch(/^StartLimitIntervalSec=0$/m);
  });

  test("keep what routers advertise before they let the kernel forward", () => {
    const lines = file(START).split("\n");
    const at = (text: string) => lines.findIndex((line) => line.includes(text));
    expect(at("echo 2 >")).toBeGreaterThan(0);
    expect(at("echo 2 >")).toBeLessThan(at("conf/all/forwarding"));
  });

  test("are twice the same", () => {
    const twice = runOnGuest(SCRIPT + SCRIPT, { "/etc/systemd/system/x": "" });
    expect(twice.files).toEqual(made.files);
  });
});

/** A client, a translator and a server with IPv4 alone, in namespaces of their own; the start of the guest is run as it is. */
const SETUP = `
set -eu
mount -t tmpfs none /run; mkdir -p /run/netns
for name in client nat64 server; do ip netns add $name; ip -n $name link set lo up; done
ip link add c0 netns client type veth peer name eth0 netns nat64
ip link add eth1 netns nat64 type veth peer name s0 netns server
ip -n client addr add 2001:db8:1::2/64 dev c0 nodad; ip -n client link set c0 up
ip -n nat64 addr add 2001:db8:1::1/64 dev eth0 nodad; ip -n nat64 link set eth0 up
ip -n nat64 addr add 10.0.0.1/24 dev eth1; ip -n nat64 link set eth1 up
ip -n server addr add 10.0.0.2/24 dev s0; ip -n server link set s0 up
ip -n client -6 route add default via 2001:db8:1::1
ip -n nat64 addr add 169.254.169.254/32 dev lo
in_nat64() { ip netns exec nat64 "$@"; }
in_nat64 sh FOLDER/start > /dev/null
# Again, as after a restart of the service.
in_nat64 sh FOLDER/start > /dev/null
in_nat64 tayga --nodetach --config FOLDER/tayga.conf > FOLDER/log 2>&1 &
tayga=$!
listen() { ip netns exec "$1" python3 -c "
import socket, sys
s = socket.create_server(('', 80)); s.settimeout(30)
while True:
    c, peer = s.accept(); c.sendall(peer[0].encode()); c.close()
" & }
listen server; listen nat64
ask() { ip netns exec client python3 -c "
import socket, sys
try:
    with socket.create_connection((sys.argv[1], 80), float(sys.argv[2])) as s: print(sys.argv[1], s.recv(99).decode())
except OSError: print(sys.argv[1], 'nothing')
" "$1" "$2"; }
for try in 1 2 3 4 5 6 7 8 9 10; do
  ip netns exec client ping -6 -c 1 -W 1 64:ff9b::a00:2 > /dev/null && break
done
ask 64:ff9b::a00:2 5
# The translator itself, by its private address, and its metadata.
ask 64:ff9b::a00:1 1
ask 64:ff9b::a9fe:a9fe 1
cat_in() { in_nat64 cat /proc/sys/net/ipv6/conf/$1/accept_ra; }
echo accept_ra $(cat_in eth0) $(cat_in eth1) mtu $(in_nat64 cat /sys/class/net/nat64/mtu)
kill $tayga $(jobs -p) 2> /dev/null || true
`;

describeWithTools("a guest that translates, in network namespaces", findLabTools(), () => {
  test("reaches an IPv4-only server with its own address, and lets nobody to itself", () => {
    const folder = mkdtempSync(join(tmpdir(), "hextet-nat64-"));
    try {
      for (const name of ["tayga.conf", "rules.nft", "start"]) {
        const text = file(`/etc/nat64/${name}`)
          .replaceAll("/etc/nat64", folder)
          .replaceAll("/var/lib/nat64", folder);
        writeFileSync(join(folder, name), text);
      }
      const input = SETUP.replaceAll("FOLDER", folder);
      const args = ["--mount", "--net", "--kill-child", "--fork", "bash", "-s"];
      const { stdout, stderr } = spawnSync("unshare", args, { input, encoding: "utf8", timeout: 60_000 });
      expect(stdout.trim().split("\n"), stderr).toEqual([
        "64:ff9b::a00:2 10.0.0.1",
        "64:ff9b::a00:1 nothing",
        "64:ff9b::a9fe:a9fe nothing",
        "accept_ra 2 2 mtu 9001",
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test("the rules are what nft reads", () => {
  const hasNft = spawnSync("nft", ["--version"]).status === 0;
  if (!hasNft) return expect(file("/etc/nat64/rules.nft")).toContain("table inet nat64");
  const input = file("/etc/nat64/rules.nft");
  execFileSync("unshare", ["--net", "nft", "--check", "-f", "-"], { input });
  expect(input).toContain("dnat ip6 prefix to fdc5:9a3e:7b24::/96");
});
