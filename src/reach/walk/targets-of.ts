import type { Destination, DestinationName, DestinationPart } from "../../aws/destinations/destination.ts";
import { hostNameOf } from "../../aws/destinations/host-name-of.ts";
import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import { parseAddress } from "../../base/prefix.ts";
import type { Block } from "../topology/block.ts";
import type { Interface, Node } from "../topology/nodes.ts";
import type { Answer, TopologySubnet } from "../topology/topology.ts";
import { addressEnd } from "./address-end.ts";
import type { Standing, Target, TargetEnd } from "./attempt.ts";
import type { TopologyIndex } from "./index-topology.ts";
import type { NameAnswer } from "./name-answer.ts";
import type { Party } from "./packet.ts";
import { serverParty } from "./parties.ts";
import { type Resolution, resolveName } from "./resolve-name.ts";
import type { DnsStep, Hop } from "./trace.ts";

/** What a client tries to reach one thing by one name: all of one world, whichever it is. */
export interface Tries {
  readonly worlds: readonly (readonly Target[])[] | "unknown";
  readonly step: DnsStep | null;
  /** What the client must be set to, or else it does not ask for the name; null: nothing. */
  readonly setting: string | null;
}

/** What a client in a subnet tries for a part of a destination: one of the names after the other. */
export function triesOfPart(
  index: TopologyIndex,
  subnet: TopologySubnet | null,
  part: DestinationPart,
): readonly Tries[] {
  return part.names.flatMap((name) => {
    const host = hostNameOf(name, index.topology.region, ACCOUNT);
    return host === null ? [] : [triesOfName(index, subnet, name, host)];
  });
}

/** Stands for the account's number, which no topology has. */
const ACCOUNT = "ACCOUNT";

function triesOfName(
  index: TopologyIndex,
  subnet: TopologySubnet | null,
  { families, endpointService, endpointAnswers, sources, setting }: DestinationName,
  host: string,
): Tries {
  const literal = parseAddress(host);
  if (literal !== null) {
    const end = addressEnd(index, literal);
    return {
      worlds: [
        [
          {
            name: host,
            family: literal.family,
            isTranslated: false,
            before: settingHops(host, setting, sources),
            end,
          },
        ],
      ],
      step: null,
      setting,
    };
  }
  const service = endpointService === null ? null : { name: endpointService, isListed: endpointAnswers };
  const resolution = resolveName(index, subnet, { name: host, families, service, facts: sources });
  return { ...targetsFrom(index, resolution, settingHops(host, setting, sources)), setting };
}

function settingHops(name: string, setting: string | null, facts: Hop["facts"]): readonly Hop[] {
  if (setting === null) return [];
  const hop = { kind: "service", direction: "there", what: name, passes: "unknown", place: null } as const;
  return [{ ...hop, reason: `clients ask for ${name} only with ${setting}`, facts }];
}

/** The targets that the answers for a name lead to. */
export function targetsFrom(
  index: TopologyIndex,
  { worlds, step }: Resolution,
  before: readonly Hop[],
): Pick<Tries, "worlds" | "step"> {
  if (worlds === "unknown") return { worlds, step };
  return {
    step,
    worlds: worlds.map((answers) =>
      answers.flatMap((answer) => {
        const own = step.answers.find(({ family, kind }) => family === answer.family && kind === answer.kind);
        const hops = own === undefined ? before : [own.hop, ...before];
        return endsOf(index, answer).map(
          (end): Target => ({
            name: step.name,
            family: answer.family,
            isTranslated: answer.kind === "synthesised",
            before: hops,
            end,
          }),
        );
      }),
    ),
  };
}

function endsOf(index: TopologyIndex, { target, family, kind }: NameAnswer): readonly TargetEnd[] {
  const wire: AddressFamily = kind === "synthesised" ? "ipv4" : family;
  switch (target.kind) {
    case "node":
      return interfacesFor(target.node, wire).map(
        (own): TargetEnd => ({ kind: "interface", node: target.node, own }),
      );
    case "block":
      return [blockEnd(index, target.block)];
    case "server":
      return [{ kind: "party", party: serverParty(index, wire, target.service), goal: { kind: "outside" } }];
  }
}

/** Those with an address of the family: clients get no others; where there is none, all, to say so. */
export function interfacesFor({ interfaces }: Node, family: AddressFamily): readonly Interface[] {
  const own = interfaces.filter((one) => one[family] !== null);
  return own.length > 0 ? own : interfaces;
}

function blockEnd(index: TopologyIndex, block: Block): TargetEnd {
  if (block.kind === "known") return addressEnd(index, block.prefix);
  const party: Party = {
    family: block.base.family,
    blocks: [block],
    isCrowd: false,
    isOutside: false,
    vpc: null,
    groups: "unknown",
    service: null,
    isPublic: "unknown",
    isNatGateway: false,
    embeds: null,
  };
  return { kind: "party", party, goal: { kind: "elsewhere" } };
}

/** Whether the hypervisor answers, so that no route and no filter decides. */
export function isLinkLocal({ place }: Destination): boolean {
  return place === "link-local";
}

/** What a host hears from its hypervisor: AWS gives the services addresses of both families. */
export function linkLocalHop({ node, own }: Standing, family: AddressFamily, host: string): Hop {
  // Whether hosts of IPv6-only subnets reach the IPv4 addresses is not verified.
  const passes: Answer = own[family] === null ? (family === "ipv4" ? "unknown" : "no") : "yes";
  const reasons = {
    yes: `${node.id} reaches ${host} on its own hypervisor`,
    no: `${node.id} has no IPv6 address to call ${host} from`,
    unknown: `whether ${node.id}, which has no IPv4 address, reaches ${host} is not known`,
  } as const;
  return {
    kind: "service",
    direction: "there",
    what: host,
    passes,
    reason: reasons[passes],
    place: node.place,
    facts: [reachabilityFacts.localServicesPassFilters],
  };
}
