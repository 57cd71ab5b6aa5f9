import type { LegacyImage } from "../types/guest.ts";

/** The recipes' source, and which images need none: Amazon Linux 2016.09.0, Windows Server 2008 R2, Ubuntu 18 and later. */
const SOURCE = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-migrate-ipv6.html";

const IFCFG = '"/etc/sysconfig/network-scripts/ifcfg-$hextet_interface"';

/** The recipes for Linux, after the lines that find the interface. They start DHCPv6 at once, without a reboot. */
const RECIPES: Readonly<Record<Exclude<LegacyImage, "windowsServer2008">, readonly string[]>> = {
  amazonLinuxBefore201609: [
    ...replacedLines(IFCFG, ["IPV6INIT=yes", "DHCPV6C=yes", "DHCPV6C_OPTIONS=-nw"]),
    "sed -i -E '/^(NETWORKING_IPV6|IPV6INIT|IPV6_ROUTER|IPV6_AUTOCONF|IPV6FORWARDING|IPV6TO4INIT|IPV6_CONTROL_RADVD)=no$/d' /etc/sysconfig/network",
    "printf '%s\\n' '127.0.0.1   localhost localhost.localdomain localhost4 localhost4.localdomain4' '::1         localhost6 localhost6.localdomain6' > /etc/hosts",
    'dhclient -6 "$hextet_interface" || true',
  ],
  ubuntu14: [
    "# Not by inet6 dhcp: https://bugs.launchpad.net/ubuntu/+source/ifupdown/+bug/1013597",
    "printf '%s\\n' 'auto lo' 'iface lo inet loopback' \"auto $hextet_interface\" \"iface $hextet_interface inet dhcp\" '    up dhclient -6 $IFACE' > \"/etc/network/interfaces.d/$hextet_interface.cfg\"",
    'dhclient -6 "$hextet_interface" || true',
  ],
  ubuntu16: [
    "printf 'iface %s inet6 dhcp\\n' \"$hextet_interface\" > /etc/network/interfaces.d/60-default-with-ipv6.cfg",
    'dhclient -6 "$hextet_interface" || true',
  ],
  rhel6: [
    ...networkScripts(),
    "# The quotes there make one argument of several.",
    "sed -i 's/dhclient \"\\$DHCLIENTARGS\"/dhclient $DHCLIENTARGS/' /etc/sysconfig/network-scripts/ifup-eth",
    "service network restart || true",
  ],
  rhel7Before74: [...networkScripts(), "service network restart || true"],
  rhel7From74: [
    "mkdir -p /etc/cloud/cloud.cfg.d",
    "printf '%s\\n' 'network:' '  version: 1' '  config:' '  - type: physical' \"    name: $hextet_interface\" '    subnets:' '      - type: dhcp' '      - type: dhcp6' > /etc/cloud/cloud.cfg.d/99-custom-networking.cfg",
    "printf 'net.ipv6.conf.%s.accept_ra=1\\n' \"$hextet_interface\" > /etc/sysctl.d/60-accept-ra.conf",
    "sysctl -q -p /etc/sysctl.d/60-accept-ra.conf || true",
    'dhclient -6 "$hextet_interface" || true',
  ],
};

/** Sets up DHCPv6 in an old Linux image, in lines of any POSIX shell; none for Windows, which PowerShell sets up. */
export function legacyDhcpv6Lines(image: LegacyImage): readonly string[] {
  if (image === "windowsServer2008") return [];
  return [
    `# DHCPv6 as in ${SOURCE}`,
    "# The first interface with a device behind it: not lo, nor a bridge such as docker0.",
    "hextet_interface=eth0",
    "for hextet_device in /sys/class/net/*/device; do",
    '  [ -e "$hextet_device" ] || continue',
    '  hextet_interface=$(basename "$(dirname "$hextet_device")")',
    "  break",
    "done",
    ...RECIPES[image],
  ];
}

function networkScripts(): readonly string[] {
  return [
    ...replacedLines(IFCFG, ['IPV6INIT="yes"', "DHCPV6C=yes", "NM_CONTROLLED=no"]),
    ...replacedLines("/etc/sysconfig/network", ["NETWORKING_IPV6=yes"]),
  ];
}

/** Puts assignments into a file in place of those of the same names. */
function replacedLines(file: string, assignments: readonly string[]): readonly string[] {
  const names = assignments.map((assignment) => assignment.split("=")[0]).join("|");
  const words = assignments.map((assignment) => `'${assignment}'`).join(" ");
  return [`sed -i -E '/^(${names})=/d' ${file}`, `printf '%s\\n' ${words} >> ${file}`];
}
