import { RESOLVER_HOST_NUMBER } from "../../aws/resolvers.ts";
import { NAT64_PREFIX, RESOLVER_IPV6_ADDRESS } from "../../aws/well-known-prefixes.ts";
import { parseIpv4 } from "../../base/address.ts";
import { invariant } from "../../base/invariant.ts";
import { embedIpv4, formatAddress, hostAddress, parsePrefix } from "../../base/prefix.ts";
import type { Network } from "../../model/types/network.ts";
import type { GuestKind } from "./runbook-guest-kinds.ts";
import { type RunbookStep, type RunbookTable, say, step } from "./runbook-step.ts";

/** Prints for every IPv4 address what DNS64 must make of it. */
const EMBED = `awk -F. '/^[0-9.]+$/ { printf "64:ff9b::%x:%x\\n", $1 * 256 + $2, $3 * 256 + $4 }'`;

/** A name that has A records only, by design: RFC 7050 section 8. */
const IPV4_ONLY_NAME = "ipv4only.arpa";
const IPV4_ONLY_ADDRESSES = ["192.0.0.170", "192.0.0.171"];

const ASK_NAME = `: "\${NAME:?the DNS name of an IPv4-only service inside}"`;

/** The steps for DNS64 and NAT64; none where the tier has neither. */
export function nat64Steps(network: Network, { tier }: GuestKind): readonly RunbookStep[] {
  const gateway = network.natGateways.find(({ name }) => name === tier.natGateway);
  const isPrivate = gateway?.connectivityType === "private";
  return [...(tier.enableDns64 ? [dns64Step(network)] : []), ...(tier.nat64 ? [nat64Step(isPrivate)] : [])];
}

/** What DNS64 answers: the addresses of the name for tests, of an example, and of the VPC's resolver. */
export function embeddedAddresses({ vpc }: Network): RunbookTable {
  const { cidr } = vpc.ipv4;
  const resolver =
    cidr === null ? [] : [formatAddress("ipv4", hostAddress(cidr.prefix, RESOLVER_HOST_NUMBER))];
  const addresses = [...IPV4_ONLY_ADDRESSES, "10.254.1.235", ...resolver];
  return {
    columns: ["A record", "AAAA answer"],
    rows: [...new Set(addresses)].map((address) => [address, embed(address)]),
  };
}

function dns64Step(network: Network): RunbookStep {
  return step(
    "DNS64",
    [
      `dig +short AAAA ${IPV4_ONLY_NAME} @${RESOLVER_IPV6_ADDRESS}`,
      "# Any other name with A records only: the two answers are the same addresses.",
      ...nameFor(network),
      `dig +short AAAA "$NAME" @${RESOLVER_IPV6_ADDRESS}`,
      `dig +short A "$NAME" @${RESOLVER_IPV6_ADDRESS} | ${EMBED}`,
    ],
    [
      say`The name ${IPV4_ONLY_NAME} has A records only, for tests: the first two answers below.`,
      "No answer: DNS64 is off on the subnet, or another resolver was asked. DNS64 leaves names alone that have an AAAA record.",
    ],
    embeddedAddresses(network),
  );
}

/** A private NAT gateway leads to services inside only, whose names are not ours to guess. */
function nameFor({ natGateways }: Network): readonly string[] {
  const isPublic = natGateways.some(({ connectivityType }) => connectivityType === "public");
  return [isPublic ? "NAME=github.com" : ASK_NAME];
}

function nat64Step(isPrivate: boolean): RunbookStep {
  const inside = [ASK_NAME, `: "\${PORT:?its TCP port}"`, 'nc -6 -z -v -w 5 "$NAME" "$PORT"'];
  const outside = [
    "NAME=github.com",
    `curl -6 -sS -m 10 -o /dev/null -w '%{http_code} from %{remote_ip}\\n' "https://$NAME/"`,
  ];
  return step("NAT64", isPrivate ? inside : outside, [
    isPrivate
      ? "It connects. The NAT gateway is private: nothing outside is reached by IPv4."
      : say`An answer from an address in ${NAT64_PREFIX}.`,
    say`Where DNS64 answers and this does not: the route ${NAT64_PREFIX}, the state of the NAT gateway, and security group or network ACL, which must let ${NAT64_PREFIX} out.`,
    "Names only: DNS64 can do nothing for an IPv4 address that a program has written in it.",
  ]);
}

function embed(ipv4: string): string {
  const [prefix, address] = [parsePrefix(NAT64_PREFIX), parseIpv4(ipv4)];
  invariant(prefix !== null && address !== null, `${ipv4} is no IPv4 address`);
  return formatAddress("ipv6", embedIpv4(prefix, address));
}
