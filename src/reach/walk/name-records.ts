import { dnsFacts } from "../../aws/facts/dns.ts";
import type { Fact } from "../../aws/facts/fact.ts";
import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import { usualNameOf } from "../../aws/vpc-endpoint-services.ts";
import { assertNever } from "../../base/invariant.ts";
import type { Node, NodeName } from "../topology/nodes.ts";
import type { Place, TopologyHostedZone, TopologyRecord } from "../topology/topology.ts";
import { once, type TopologyIndex } from "./index-topology.ts";
import type { NameAnswer } from "./name-answer.ts";

/** What a zone or an endpoint answers for a name; no answers: the name does not exist there. */
export interface PrivateAnswer {
  readonly answers: readonly NameAnswer[] | "unknown";
  /** Id of the zone or the endpoint. */
  readonly what: string;
  readonly place: Place;
  readonly facts: readonly Fact[];
}

/** Aliases that lead to aliases: more lead round and round. */
const MOST_ALIASES = 5;

/** What the most specific private zone of the VPC, or private DNS of an endpoint, answers; null: none has the name. */
export function privateAnswer(
  index: TopologyIndex,
  vpc: string,
  name: string,
  depth = 0,
): PrivateAnswer | null {
  const zone = mostSpecific(
    index.topology.hostedZones.filter(
      ({ vpcs, domain }) => vpcs?.includes(vpc) === true && isUnder(name, domain),
    ),
  );
  const endpoint = endpointFor(index, vpc, name);
  const endpointLength = endpoint === null ? -1 : baseOf(endpoint.name.name).length;
  if (endpoint !== null && endpointLength >= (zone?.domain.length ?? -1)) return endpointAnswer(endpoint);
  return zone === null ? null : zoneAnswer(index, zone, name, { kind: "private-zone", vpc, depth });
}

/** What private DNS of the endpoint of a service answers in the VPC, at whichever of the service's names; null: it has no such endpoint. */
export function serviceAnswer(index: TopologyIndex, vpc: string, service: string): PrivateAnswer | null {
  const start = `${usualNameOf(service)}.${index.topology.region}.`;
  const own = namesSeen(index, "vpc").find(
    ({ node, name }) => name.name.startsWith(start) && standsIn(index, vpc, node),
  );
  return own === undefined ? null : endpointAnswer(own);
}

/** What a public zone or a public name of the topology answers; null: none has the name. */
export function publicAnswer(index: TopologyIndex, name: string, depth = 0): PrivateAnswer | null {
  const zones = index.topology.hostedZones.filter(
    ({ vpcs, domain }) => vpcs === null && isUnder(name, domain),
  );
  const zone = mostSpecific(zones);
  // A zone in the topology may be a part of what the public zone has.
  if (zone?.records.some((record) => matches(record.name, name)) === true)
    return zoneAnswer(index, zone, name, { kind: "record", vpc: null, depth });
  const named = namesSeen(index, "everywhere").find((one) => matches(one.name.name, name));
  return named === undefined ? null : { ...endpointAnswer(named), answers: answersAs("record", named) };
}

interface Named {
  readonly node: Node;
  readonly name: NodeName;
}

function namesSeen(index: TopologyIndex, seenFrom: NodeName["seenFrom"]): readonly Named[] {
  return once(index, "names seen", seenFrom, () =>
    index.topology.nodes.flatMap((node) =>
      node.names.filter((name) => name.seenFrom === seenFrom).map((name) => ({ node, name })),
    ),
  );
}

function endpointFor(index: TopologyIndex, vpc: string, name: string): Named | null {
  const own = namesSeen(index, "vpc").find(
    (one) => matches(one.name.name, name) && standsIn(index, vpc, one.node),
  );
  return own ?? null;
}

function standsIn({ subnets }: TopologyIndex, vpc: string, { interfaces }: Node): boolean {
  return interfaces.some(({ subnet }) => subnets.get(subnet)?.vpc === vpc);
}

function endpointAnswer(named: Named): PrivateAnswer {
  const { node } = named;
  return {
    answers: answersAs("private-dns", named),
    what: node.id,
    place: node.place,
    facts: [vpcEndpointFacts.endpointPrivateNameOnce, vpcEndpointFacts.endpointRecordsOfThePrivateName],
  };
}

function answersAs(kind: NameAnswer["kind"], { node, name }: Named): readonly NameAnswer[] {
  return name.families.map((family): NameAnswer => ({ family, kind, target: { kind: "node", node } }));
}

interface Asking {
  readonly kind: NameAnswer["kind"];
  readonly vpc: string | null;
  readonly depth: number;
}

function zoneAnswer(
  index: TopologyIndex,
  { id, place, records }: TopologyHostedZone,
  name: string,
  asking: Asking,
): PrivateAnswer {
  const exact = records.filter((record) => record.name === name);
  const own = exact.length > 0 ? exact : nearestWildcards(records, name);
  const parts = own.map((record) => answersOf(index, record, asking));
  const facts = asking.vpc === null ? [dnsFacts.bothAddressRecordsNeeded] : PRIVATE_FACTS;
  const isLeftOut = index.leftOut.has(id);
  const known = parts.filter((part) => part !== "unknown");
  const answers = known.length < parts.length || isLeftOut ? "unknown" : known.flat();
  return { answers, what: id, place: own[0]?.place ?? place, facts };
}

/** Of the wildcards that have the name the most specific answers alone: RFC 4592, 3.3.1. */
function nearestWildcards(records: readonly TopologyRecord[], name: string): readonly TopologyRecord[] {
  const own = records.filter((record) => matches(record.name, name));
  const longest = Math.max(0, ...own.map((record) => record.name.length));
  return own.filter((record) => record.name.length === longest);
}

const PRIVATE_FACTS = [dnsFacts.privateZoneNeedsVpcDns, reachabilityFacts.privateZoneHidesPublicNames];

function answersOf(
  index: TopologyIndex,
  { answer }: TopologyRecord,
  { kind, vpc, depth }: Asking,
): readonly NameAnswer[] | "unknown" {
  switch (answer.kind) {
    case "addresses":
      return answer.blocks.map((block) => ({
        family: answer.family,
        kind,
        target: { kind: "block", block },
      }));
    case "node": {
      const node = index.nodes.get(answer.node);
      if (node === undefined) return "unknown";
      return answer.families.map((family) => ({ family, kind, target: { kind: "node", node } }));
    }
    case "name": {
      if (depth >= MOST_ALIASES) return "unknown";
      const next = vpc === null ? null : privateAnswer(index, vpc, answer.name, depth + 1);
      return (next ?? publicAnswer(index, answer.name, depth + 1))?.answers ?? "unknown";
    }
    case "unknown":
      return "unknown";
    default:
      return assertNever(answer);
  }
}

function mostSpecific(zones: readonly TopologyHostedZone[]): TopologyHostedZone | null {
  return zones.toSorted((a, b) => b.domain.length - a.domain.length)[0] ?? null;
}

function isUnder(name: string, domain: string): boolean {
  return name === domain || name.endsWith(`.${domain}`);
}

const ANY_LABEL = "*.";

function baseOf(pattern: string): string {
  return pattern.startsWith(ANY_LABEL) ? pattern.slice(ANY_LABEL.length) : pattern;
}

function matches(pattern: string, name: string): boolean {
  if (!pattern.startsWith(ANY_LABEL)) return pattern === name;
  return name.endsWith(pattern.slice(1)) && name.length > pattern.length - 1;
}
