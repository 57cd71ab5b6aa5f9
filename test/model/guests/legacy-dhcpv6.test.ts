import { expect, test } from "vitest";
import { legacyDhcpv6Lines } from "../../../src/model/guests/legacy-dhcpv6.ts";
import type { LegacyImage } from "../../../src/model/types/guest.ts";
import { runOnGuest } from "../../support/guest-root.ts";

const IFCFG = "/etc/sysconfig/network-scripts/ifcfg-ens5";
const BEFORE = {
  [IFCFG]: 'DEVICE=ens5\nIPV6INIT=no\nIPV6INIT="no"\n',
  "/etc/sysconfig/network": "NETWORKING=yes\nNETWORKING_IPV6=no\nIPV6INIT=no\nIPV6_AUTOCONF=no\n",
  "/etc/sysconfig/network-scripts/ifup-eth": 'if /sbin/dhclient "$DHCLIENTARGS"; then\n',
  "/etc/network/interfaces.d/50-cloud-init.cfg": "auto ens5\n",
  "/etc/sysctl.d/99.conf": "",
};

/** What each of AWS's recipes is to have done: calls, and the files that it changed. */
const AFTERWARDS: Readonly<
  Record<
    Exclude<LegacyImage, "windowsServer2008">,
    readonly [calls: readonly string[], files: Readonly<Record<string, string>>]
  >
> = {
  amazonLinuxBefore201609: [
    ["dhclient -6 ens5"],
    {
      [IFCFG]: "DEVICE=ens5\nIPV6INIT=yes\nDHCPV6C=yes\nDHCPV6C_OPTIONS=-nw\n",
      "/etc/sysconfig/network": "NETWORKING=yes\n",
      "/etc/hosts":
        "127.0.0.1   localhost localhost.localdomain localhost4 localhost4.localdomain4\n::1         localhost6 localhost6.localdomain6\n",
    },
  ],
  ubuntu14: [
    ["dhclient -6 ens5"],
    {
      "/etc/network/interfaces.d/ens5.cfg":
        "auto lo\niface lo inet loopback\nauto ens5\niface ens5 inet dhcp\n    up dhclient -6 $IFACE\n",
    },
  ],
  ubuntu16: [
    ["dhclient -6 ens5"],
    { "/etc/network/interfaces.d/60-default-with-ipv6.cfg": "iface ens5 inet6 dhcp\n" },
  ],
  rhel6: [
    ["service network restart"],
    {
      [IFCFG]: 'DEVICE=ens5\nIPV6INIT="yes"\nDHCPV6C=yes\nNM_CONTROLLED=no\n',
      "/etc/sysconfig/network": "NETWORKING=yes\nIPV6INIT=no\nIPV6_AUTOCONF=no\nNETWORKING_IPV6=yes\n",
      "/etc/sysconfig/network-scripts/ifup-eth": "if /sbin/dhclient $DHCLIENTARGS; then\n",
    },
  ],
  rhel7Before74: [
    ["service network restart"],
    {
      [IFCFG]: 'DEVICE=ens5\nIPV6INIT="yes"\nDHCPV6C=yes\nNM_CONTROLLED=no\n',
      "/etc/sysconfig/network": "NETWORKING=yes\nIPV6INIT=no\nIPV6_AUTOCONF=no\nNETWORKING_IPV6=yes\n",
    },
  ],
  rhel7From74: [
    ["sysctl -q -p /etc/sysctl.d/60-accept-ra.conf", "dhclient -6 ens5"],
    {
      "/etc/cloud/cloud.cfg.d/99-custom-networking.cfg":
        "network:\n  version: 1\n  config:\n  - type: physical\n    name: ens5\n    subnets:\n      - type: dhcp\n      - type: dhcp6\n",
      "/etc/sysctl.d/60-accept-ra.conf": "net.ipv6.conf.ens5.accept_ra=1\n",
    },
  ],
};

test.each([
  "amazonLinuxBefore201609",
  "ubuntu14",
  "ubuntu16",
  "rhel6",
  "rhel7Before74",
  "rhel7From74",
] as const)("the recipe for %s does what AWS's guide says, and no more", (image) => {
  const ran = runOnGuest(["set -eu", ...legacyDhcpv6Lines(image), ""].join("\n"), BEFORE);
  expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status: 0, stderr: "" });
  const [calls, files] = AFTERWARDS[image];
  expect(ran.calls).toEqual(calls);
  expect(ran.files).toEqual({ "/etc/hosts": "", ...BEFORE, ...files });
});

test("a shell has no recipe for Windows", () => {
  expect(legacyDhcpv6Lines("windowsServer2008")).toEqual([]);
});
