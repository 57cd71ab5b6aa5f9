import { dnsFacts } from "../../aws/facts/dns.ts";
import type { Fact } from "../../aws/facts/fact.ts";
import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { routingFacts } from "../../aws/facts/routing.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type { Answer, TopologySubnet, TopologyVpc } from "../topology/topology.ts";
import { once, type TopologyIndex } from "./index-topology.ts";
import type { NameAnswer } from "./name-answer.ts";
import { type PrivateAnswer, privateAnswer, publicAnswer, serviceAnswer } from "./name-records.ts";
import type { Party } from "./packet.ts";
import type { DnsStep, Hop } from "./trace.ts";

/** All that a resolver answers; where it is not known, each of what it may answer. "unknown": it may be anything. */
export interface Resolution {
  readonly worlds: readonly (readonly NameAnswer[])[] | "unknown";
  readonly step: DnsStep;
}

/** A name and what is known of it outside of the topology. */
export interface AskedName {
  readonly name: string;
  /** In which families it answers on the internet. */
  readonly families: readonly AddressFamily[] | "unknown";
  readonly service: Party["service"];
  readonly facts: readonly Fact[];
}

/** What the resolver of a subnet answers; null: one on the internet. */
export function resolveName(
  index: TopologyIndex,
  subnet: TopologySubnet | null,
  asked: AskedName,
): Resolution {
  const view = subnet === null ? "internet" : `${subnet.vpc} ${subnet.dns64}`;
  const resolution = once(index, `name ${asked.name}`, view, () => resolve(index, subnet, asked));
  return { ...resolution, step: { ...resolution.step, fromSubnet: subnet?.id ?? null } };
}

type Worlds = readonly (readonly NameAnswer[])[];

function resolve(index: TopologyIndex, subnet: TopologySubnet | null, asked: AskedName): Resolution {
  const found = worldsOf(index, subnet, asked);
  if (found.worlds === "unknown") return { worlds: "unknown", step: unknownStep(asked, found) };
  const dns64 = subnet === null ? "no" : worksIn(index, subnet, subnet.dns64);
  const worlds = found.worlds.flatMap((world) => withDns64(world, dns64));
  return { worlds, step: stepOf(asked, worlds, found) };
}

interface Found {
  readonly worlds: Worlds | "unknown";
  /** Where the answer is written, and why it is so. */
  readonly place: Hop["place"];
  readonly what: string;
  readonly facts: readonly Fact[];
}

function worldsOf(index: TopologyIndex, subnet: TopologySubnet | null, asked: AskedName): Found {
  const onInternet = publicFound(index, asked);
  const vpc = subnet === null ? undefined : index.vpcs.get(subnet.vpc);
  if (vpc === undefined) return onInternet;
  if (vpc.dnsSupport === "no") {
    // Whether another resolver is set, and what it answers, is not known.
    const worlds = onInternet.worlds === "unknown" ? "unknown" : [...onInternet.worlds, []];
    return { ...onInternet, worlds, place: vpc.place, facts: [routingFacts.dnsSupportIsTheResolver] };
  }
  if (isForwarded(vpc, asked.name)) {
    const facts = [dnsFacts.resolverRuleMostSpecific];
    return { worlds: "unknown", what: asked.name, place: vpc.place, facts };
  }
  const own = privatelyOf(index, vpc.id, asked);
  if (own === null || vpc.dnsHostnames === "no") return onInternet;
  const privately = privateFound(own.answer);
  if (own.isSure && vpc.dnsSupport === "yes" && vpc.dnsHostnames === "yes") return privately;
  if (privately.worlds === "unknown" || onInternet.worlds === "unknown")
    return { ...privately, worlds: "unknown" };
  return { ...privately, worlds: [...privately.worlds, ...onInternet.worlds] };
}

/** True where the rule with the longest domain sends the query to servers elsewhere. */
function isForwarded({ domainRules }: TopologyVpc, name: string): boolean {
  const labels = (domain: string) => domain.replace(/\.$/, "").toLowerCase();
  const [longest] = domainRules
    .filter(({ domain }) => labels(domain) === "" || `.${labels(name)}`.endsWith(`.${labels(domain)}`))
    .sort((one, other) => labels(other.domain).length - labels(one.domain).length);
  return longest?.isForwarded ?? false;
}

/** What the VPC itself answers. For some names of a service no source tells whether its endpoint does. */
function privatelyOf(
  index: TopologyIndex,
  vpc: string,
  { name, service }: AskedName,
): { readonly answer: PrivateAnswer; readonly isSure: boolean } | null {
  const own = privateAnswer(index, vpc, name);
  if (own !== null) return { answer: own, isSure: true };
  const maybe = service?.isListed === "unknown" ? serviceAnswer(index, vpc, service.name) : null;
  return maybe === null ? null : { answer: maybe, isSure: false };
}

function privateFound({ answers, what, place, facts }: PrivateAnswer): Found {
  return { worlds: answers === "unknown" ? "unknown" : [answers], what, place, facts };
}

function publicFound(index: TopologyIndex, { name, families, service, facts }: AskedName): Found {
  const own = publicAnswer(index, name);
  if (own !== null) return privateFound(own);
  const rest = { what: name, place: null, facts };
  const server = (family: AddressFamily): NameAnswer => ({
    family,
    kind: "record",
    target: { kind: "server", service },
  });
  if (families !== "unknown") return { ...rest, worlds: [families.map(server)] };
  return { ...rest, worlds: [[server("ipv6"), server("ipv4")], [server("ipv4")], [server("ipv6")]] };
}

function worksIn({ vpcs }: TopologyIndex, { vpc }: TopologySubnet, setting: Answer): Answer {
  const support = vpcs.get(vpc)?.dnsSupport ?? "unknown";
  if (setting === "no" || support === "no") return "no";
  return setting === "yes" && support === "yes" ? "yes" : "unknown";
}

function withDns64(world: readonly NameAnswer[], dns64: Answer): Worlds {
  if (dns64 === "no" || world.some(({ family }) => family === "ipv6")) return [world];
  const made = world.map((answer): NameAnswer => ({ ...answer, family: "ipv6", kind: "synthesised" }));
  if (made.length === 0) return [world];
  return dns64 === "yes" ? [[...made, ...world]] : [[...made, ...world], world];
}

function unknownStep({ name }: AskedName, { what, place, facts }: Found): DnsStep {
  const hop = { kind: "dns", direction: "there", what, passes: "unknown", place, facts } as const;
  const reason = `what ${name} answers is not known`;
  return {
    name,
    fromSubnet: null,
    answers: (["ipv6", "ipv4"] as const).map((family) => ({
      family,
      kind: "record",
      hop: { ...hop, reason },
    })),
  };
}

function stepOf({ name }: AskedName, worlds: Worlds, found: Found): DnsStep {
  const all = worlds.flat();
  const unique = [...new Map(all.map((answer) => [`${answer.family} ${answer.kind}`, answer])).values()];
  return {
    name,
    fromSubnet: null,
    answers: unique.map(({ family, kind }) => {
      const isSure = worlds.every((world) => world.some((one) => one.family === family && one.kind === kind));
      return { family, kind, hop: dnsHop(name, { family, kind }, isSure, found) };
    }),
  };
}

function dnsHop(
  name: string,
  { family, kind }: Pick<NameAnswer, "family" | "kind">,
  isSure: boolean,
  { what, place, facts }: Found,
): Hop {
  const record = family === "ipv6" ? "AAAA" : "A";
  const texts = {
    record: `${name} has ${record} records`,
    synthesised: `${name} has no AAAA records: DNS64 makes up one under 64:ff9b::/96`,
    "private-dns": `private DNS of ${what} answers ${record} for ${name}`,
    "private-zone": `the private zone ${what} answers ${record} for ${name}`,
  } as const;
  const made =
    kind === "synthesised" ? [routingFacts.dns64OnlyWithoutAaaa, routingFacts.dns64IsTheVpcResolvers] : [];
  const cited = [...facts, ...made];
  return {
    kind: "dns",
    direction: "there",
    what,
    passes: isSure ? "yes" : "unknown",
    reason: isSure ? texts[kind] : `it is not known whether ${texts[kind]}`,
    place,
    facts: cited.length > 0 || place !== null ? cited : [reachabilityFacts.clientsTryBothFamilies],
  };
}
