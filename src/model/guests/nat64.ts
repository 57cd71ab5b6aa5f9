import { NAT64_PREFIX } from "../../aws/well-known-prefixes.ts";

/** What tells from user data that the host translates, for whoever reads a Terraform plan. */
export const NAT64_CONFIGURATION = "/etc/nat64/tayga.conf";

/**
 * What packets to 64:ff9b::/96 are led to on their way into tayga, and nobody sees outside of the host: behind the well-known prefix
 * tayga refuses private IPv4 addresses (RFC 6052, section 3.1), which a NAT gateway translates as well. A ULA, drawn once (RFC 4193).
 */
const INNER_PREFIX = "fdc5:9a3e:7b24::/96";
/** Each client has an address of it, which nobody sees outside of the host (RFC 2544). */
const POOL = "198.19.0.0/16";
const TAYGA = "198.19.0.1";
/** What EC2's networks carry inside a VPC; where less fits, the kernel says so to whoever sends. */
const JUMBO = 9001;

const CONFIGURATION = [
  "tun-device nat64",
  `ipv4-addr ${TAYGA}`,
  `prefix ${INNER_PREFIX}`,
  `dynamic-pool ${POOL}`,
  "data-dir /var/lib/nat64",
];

/**
 * What comes out of the translator goes on to others alone: neither to the host itself, whose security groups would not see it,
 * nor to the host's metadata, which would give the clients its credentials.
 */
const RULES = [
  "table inet nat64",
  "delete table inet nat64",
  "table inet nat64 {",
  "  chain translated {",
  "    type nat hook prerouting priority -100;",
  `    iifname != "nat64" ip6 daddr ${NAT64_PREFIX} dnat ip6 prefix to ${INNER_PREFIX}`,
  "  }",
  "  chain masqueraded {",
  "    type nat hook postrouting priority 100;",
  `    ip saddr ${POOL} masquerade`,
  "  }",
  "  chain forward {",
  "    type filter hook forward priority 0; policy drop;",
  "    ct state invalid drop",
  "    ct state established,related accept",
  `    iifname != "nat64" oifname "nat64" ip6 daddr ${INNER_PREFIX} accept`,
  `    iifname "nat64" ip daddr { 0.0.0.0/8, 127.0.0.0/8, 169.254.0.0/16, ${POOL}, 224.0.0.0/3 } drop`,
  '    iifname "nat64" oifname != "nat64" meta nfproto ipv4 accept',
  "  }",
  "  chain input {",
  "    type filter hook input priority 0; policy accept;",
  '    iifname "nat64" ct state established,related accept',
  '    iifname "nat64" drop',
  "  }",
  "}",
];

/** Run at each start, as root: all of it may be there already. */
const START = [
  "set -eu",
  "if ! command -v tayga > /dev/null || ! command -v nft > /dev/null; then",
  "  export DEBIAN_FRONTEND=noninteractive",
  "  apt-get -q -o DPkg::Lock::Timeout=300 update",
  "  apt-get -q -y -o DPkg::Lock::Timeout=300 --no-install-recommends install tayga nftables",
  "fi",
  "# Before it forwards: with 1 the kernel then forgets the routes that routers advertise, and with 2 it keeps them.",
  "for file in /proc/sys/net/ipv6/conf/*/accept_ra; do",
  '  [ "$(cat "$file")" != 1 ] || echo 2 > "$file"',
  "done",
  "echo 1 > /proc/sys/net/ipv4/ip_forward",
  "echo 1 > /proc/sys/net/ipv6/conf/all/forwarding",
  "nft -f /etc/nat64/rules.nft",
  `tayga --config ${NAT64_CONFIGURATION} --mktun`,
  `ip link set dev nat64 mtu ${JUMBO} up`,
  `ip route replace ${POOL} dev nat64`,
  `ip -6 route replace ${INNER_PREFIX} dev nat64`,
];

/** The packages may be out of reach when the host starts, as before it has its Elastic IP: so it is tried until it is done. */
const UNIT = [
  "[Unit]",
  `Description=NAT64: packets to ${NAT64_PREFIX} go on as IPv4`,
  "Wants=network-online.target",
  "After=network-online.target",
  "StartLimitIntervalSec=0",
  "",
  "[Service]",
  "ExecStartPre=/bin/sh /etc/nat64/start",
  `ExecStart=/usr/sbin/tayga --nodetach --config ${NAT64_CONFIGURATION}`,
  "StateDirectory=nat64",
  "Restart=always",
  "RestartSec=10",
  "TimeoutStartSec=900",
  "",
  "[Install]",
  "WantedBy=multi-user.target",
];

/** Makes an Ubuntu or Debian host a translator, from now on and after each start, in lines of any POSIX shell. */
export function nat64Lines(): readonly string[] {
  return [
    `# NAT64 by tayga: IPv6 packets to ${NAT64_PREFIX} go on as IPv4, from this host's own address.`,
    "mkdir -p /etc/nat64",
    ...fileLines(NAT64_CONFIGURATION, CONFIGURATION),
    ...fileLines("/etc/nat64/rules.nft", RULES),
    ...fileLines("/etc/nat64/start", START),
    ...fileLines("/etc/systemd/system/nat64.service", UNIT),
    "# The package's own service would translate by a configuration of its own.",
    "systemctl mask tayga.service || true",
    "systemctl daemon-reload || true",
    "systemctl enable nat64.service || true",
    "systemctl start --no-block nat64.service || true",
  ];
}

function fileLines(file: string, lines: readonly string[]): readonly string[] {
  return [`cat > ${file} << 'HEXTET'`, ...lines, "HEXTET"];
}
