import { formatAddress, hostAddress } from "../../base/prefix.ts";
import type { Cloud, Vpc } from "../cloud/cloud.ts";
import type { Draft } from "./drafts.ts";
import { chain, table } from "./filter-rules.ts";
import { type NamedAddress, namesIn, zoneLines } from "./names-in.ts";
import { bridgeNames } from "./next-hops.ts";
import { NAT64_PREFIX } from "./plan-nat-gateway.ts";

/** Where every VPC has its resolver, for hosts with IPv6. */
export const RESOLVER_IPV6 = "fd00:ec2::253";
const RESOLVER_LINK_LOCAL_IPV4 = "169.254.169.253";
const DNS64_PORT = 5364;

/** The IPv4 address of a VPC's resolver, the second of its first block; null when it has none. */
export function resolverIpv4(vpc: Vpc): string | null {
  const [block] = vpc.ipv4;
  return block === undefined ? null : formatAddress("ipv4", hostAddress(block, 2));
}

/**
 * The VPC's resolver, in its router: one unbound that knows the names, and one before it that makes AAAA answers of A
 * ones (DNS64), to which nft leads what subnets with DNS64 ask. Neither is filtered, as in AWS.
 */
export function planResolver(router: Draft, cloud: Cloud, vpc: Vpc, common: readonly NamedAddress[]): void {
  if (!vpc.dnsSupport) return;
  const ipv4 = resolverIpv4(vpc);
  const addresses = [RESOLVER_IPV6, RESOLVER_LINK_LOCAL_IPV4, ...(ipv4 === null ? [] : [ipv4])];
  router.device(
    "loopback",
    "lo",
    addresses.map((address) => `${address}/${address.includes(":") ? 128 : 32}`),
  );
  const bridges = bridgeNames(cloud);
  const dns64 = cloud.subnets
    .filter((subnet) => subnet.vpc === vpc.name && subnet.dns64)
    .map(({ name }) => `"${bridges.get(name)}"`);
  router.nft.push(ruleset(dns64));
  const data = zoneLines(namesIn(cloud, vpc, common));
  router.daemons.push(unbound("names", addresses, 53, ['module-config: "iterator"', ...data], []));
  if (dns64.length === 0) return;
  router.daemons.push(
    unbound(
      "dns64",
      addresses,
      DNS64_PORT,
      ['module-config: "dns64 iterator"', `dns64-prefix: ${NAT64_PREFIX}`, "do-not-query-localhost: no"],
      ["forward-zone:", '  name: "."', `  forward-addr: ${RESOLVER_IPV6}@53`],
    ),
  );
}

/** Connections are followed for questions alone: the network ACLs stay stateless. */
function ruleset(dns64: readonly string[]): string {
  const question = "fib daddr type local meta l4proto { tcp, udp } th dport 53 accept";
  const answer = `meta l4proto { tcp, udp } th sport { 53, ${DNS64_PORT} } accept`;
  return table("resolver", [
    chain("untracked_in", "type filter hook prerouting priority -300;", [question, "notrack"]),
    chain("untracked_out", "type filter hook output priority -300;", [answer, "notrack"]),
    chain("dns64", "type nat hook prerouting priority -100;", [
      ...(dns64.length === 0
        ? []
        : ["tcp", "udp"].map(
            (protocol) =>
              `iifname { ${dns64.join(", ")} } fib daddr type local ${protocol} dport 53 dnat to :${DNS64_PORT}`,
          )),
    ]),
  ]);
}

function unbound(
  name: string,
  addresses: readonly string[],
  port: number,
  server: readonly string[],
  more: readonly string[],
) {
  const lines = [
    "server:",
    ...[
      'chroot: ""',
      'username: ""',
      'pidfile: ""',
      'directory: "@FOLDER@"',
      "do-daemonize: no",
      "use-syslog: no",
      "num-threads: 1",
      "interface-automatic: no",
      ...addresses.map((address) => `interface: ${address}@${port}`),
      "access-control: 0.0.0.0/0 allow",
      "access-control: ::/0 allow",
      ...server,
    ].map((line) => `  ${line}`),
    "remote-control:",
    "  control-enable: no",
    ...more,
    "",
  ];
  return {
    kind: "resolver",
    name,
    address: RESOLVER_IPV6,
    port,
    config: lines.join("\n"),
    command: ["unbound", "-d", "-c", "@FOLDER@/conf"],
  } as const;
}
