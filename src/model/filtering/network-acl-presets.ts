import { ANY_ICMP, EPHEMERAL_PORTS, protocols } from "../../aws/protocols.ts";
import { ANY_IPV4, ANY_IPV6 } from "../../aws/well-known-prefixes.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type { NetworkAcl as WrittenNetworkAcl } from "../../blueprint/blueprint.generated.ts";
import { knownCidr } from "../addressing/cidr.ts";
import type { Direction, IcmpType, PortRange } from "../types/filtering.ts";
import type { EntryPeer } from "./entries-of-blocks.ts";

/** The presets of a network ACL by name. */
export type PresetName = NonNullable<WrittenNetworkAcl["preset"]>;

/** One entry of a preset; it is written once for each family, the IPv6 one a rule number later. */
export interface PresetEntry {
  readonly name: string;
  readonly direction: Direction;
  readonly ruleNumber: number;
  readonly protocol: string;
  readonly protocolText: string;
  readonly peer: EntryPeer;
  readonly ports: PortRange | null;
  readonly icmp: IcmpType | null;
}

/** An entry before its family is chosen. */
interface Line {
  readonly name: string;
  readonly direction: Direction;
  readonly ruleNumber: number;
  readonly protocol: "all" | "tcp" | "udp" | "icmp";
  readonly from: "anywhere" | "vpc";
  readonly ports: PortRange | null;
}

const line = (
  direction: Direction,
  ruleNumber: number,
  name: string,
  protocol: Line["protocol"],
  from: Line["from"],
  ports: PortRange | null = null,
): Line => ({ name, direction, ruleNumber, protocol, from, ports });

const EVERYTHING_OUT = line("egress", 100, "all", "all", "anywhere");

/** What answers to calls from inside need: network ACLs are stateless, and large packets need ICMP. */
const RETURN_TRAFFIC: readonly Line[] = [
  line("ingress", 200, "return-tcp", "tcp", "anywhere", EPHEMERAL_PORTS),
  line("ingress", 210, "return-udp", "udp", "anywhere", EPHEMERAL_PORTS),
  line("ingress", 220, "icmp", "icmp", "anywhere"),
];

const WEB: readonly Line[] = [
  line("ingress", 100, "http", "tcp", "anywhere", { from: 80, to: 80 }),
  line("ingress", 110, "https", "tcp", "anywhere", { from: 443, to: 443 }),
  ...RETURN_TRAFFIC,
  EVERYTHING_OUT,
];

const PRIVATE: readonly Line[] = [
  line("ingress", 100, "vpc", "all", "vpc"),
  ...RETURN_TRAFFIC,
  EVERYTHING_OUT,
];

const OPEN: readonly Line[] = [line("ingress", 100, "all", "all", "anywhere"), EVERYTHING_OUT];

const BOTH: readonly AddressFamily[] = ["ipv4", "ipv6"];
const IPV6: readonly AddressFamily[] = ["ipv6"];

const presets: Readonly<Record<PresetName, { lines: readonly Line[]; families: readonly AddressFamily[] }>> =
  {
    "allow-all": { lines: OPEN, families: BOTH },
    "web-dual-stack": { lines: WEB, families: BOTH },
    "web-ipv6": { lines: WEB, families: IPV6 },
    "private-dual-stack": { lines: PRIVATE, families: BOTH },
    "private-ipv6": { lines: PRIVATE, families: IPV6 },
  };

/** The entries of a preset: IPv4 at the tens (100, 110, ...), IPv6 one number later (101, 111, ...). */
export function presetEntries(preset: PresetName): readonly PresetEntry[] {
  const { lines, families } = presets[preset];
  return lines.flatMap((entry) => families.map((family) => toEntry(entry, family)));
}

function toEntry(entry: Line, family: AddressFamily): PresetEntry {
  const protocol =
    entry.protocol === "icmp" && family === "ipv6" ? protocols.icmpv6 : protocols[entry.protocol];
  const number = String(protocol.number);
  return {
    name: `${entry.name}-${family}`,
    direction: entry.direction,
    ruleNumber: family === "ipv6" ? entry.ruleNumber + 1 : entry.ruleNumber,
    protocol: number,
    protocolText: number,
    peer: peerOf(entry, family),
    ports: entry.ports,
    icmp: protocol.selector === "icmp" ? { type: ANY_ICMP, code: ANY_ICMP } : null,
  };
}

function peerOf(entry: Line, family: AddressFamily): EntryPeer {
  if (entry.from === "vpc") return { kind: "vpc", family };
  return { kind: "cidr", family, cidr: knownCidr(family === "ipv4" ? ANY_IPV4 : ANY_IPV6) };
}
