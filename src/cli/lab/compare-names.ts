import { NAT64_PREFIX } from "../../aws/well-known-prefixes.ts";
import { invariant } from "../../base/invariant.ts";
import {
  type AddressFamily,
  bitsOf,
  embedIpv4,
  formatAddress,
  parseAddress,
  parsePrefix,
} from "../../base/prefix.ts";
import type { LabPlan } from "../../lab/plan/lab-plan.ts";
import type { NameAnswer, NameQuestion } from "../../lab/run/resolve-names.ts";
import type { TopologyIndex } from "../../reach/walk/index-topology.ts";
import type { NameAnswer as Said } from "../../reach/walk/name-answer.ts";
import { type AskedName, resolveName } from "../../reach/walk/resolve-name.ts";
import { nodeOf } from "./attempt-of-try.ts";
import { askedNames } from "./destination-names.ts";

/** What reach and the laboratory's resolvers answer for names, held against each other. */
export interface NamesCompared {
  readonly disagreements: readonly NameDisagreement[];
  readonly agreed: number;
  /** Of how many names reach does not know, before apply or without a source, what they answer. */
  readonly unknown: number;
}

/** A name for which one of the two is wrong: the addresses, sorted, as the laboratory gives them to hosts. */
export interface NameDisagreement {
  readonly source: string;
  readonly name: string;
  readonly family: AddressFamily;
  readonly reach: readonly string[];
  readonly answer: readonly string[] | null;
}

/** All names that somebody may ask for, A and AAAA, from one host of each subnet: others there get the same answers. */
export function questionsOf(index: TopologyIndex, plan: LabPlan): readonly NameQuestion[] {
  const bySubnet = new Map(plan.sources.toReversed().map((source) => [source.subnet, source.name]));
  bySubnet.delete(null);
  return [...bySubnet.values()].flatMap((from) =>
    namesOf(index, plan).flatMap(({ name }) =>
      (["ipv4", "ipv6"] as const).map((family) => ({ from, name, family })),
    ),
  );
}

/** Holds the answers to `questionsOf` against what reach says. */
export function compareNames(
  index: TopologyIndex,
  plan: LabPlan,
  answers: readonly NameAnswer[],
): NamesCompared {
  const names = new Map(namesOf(index, plan).map((asked) => [asked.name, asked]));
  const judged = answers.map((answer) => {
    const asked = names.get(answer.name);
    invariant(asked !== undefined, `nobody asked for ${answer.name}`);
    return judge(index, plan, asked, answer);
  });
  return {
    disagreements: judged.filter((one) => typeof one === "object"),
    agreed: judged.filter((one) => one === "agreed").length,
    unknown: judged.filter((one) => one === "unknown").length,
  };
}

/** Destinations whose families are known, and what private DNS and private zones answer. None where the plan has no servers for them. */
function namesOf({ topology }: TopologyIndex, { names: servers }: LabPlan): readonly AskedName[] {
  if (servers.length === 0) return [];
  const known = askedNames(topology.region).filter(({ families }) => families !== "unknown");
  const own = [
    ...topology.nodes.flatMap(({ names }) => names.filter(({ seenFrom }) => seenFrom === "vpc")),
    ...topology.hostedZones.filter(({ vpcs }) => vpcs !== null).flatMap(({ records }) => records),
  ].filter(({ name }) => !name.startsWith("*"));
  const inside = own.map(({ name }): AskedName => ({ name, families: [], service: null, facts: [] }));
  return [...new Map([...inside, ...known].map((one) => [one.name, one])).values()];
}

function judge(
  index: TopologyIndex,
  plan: LabPlan,
  asked: AskedName,
  { from, name, family, addresses }: NameAnswer,
): NameDisagreement | "agreed" | "unknown" {
  const source = plan.sources.find((one) => one.name === from);
  const { worlds } = resolveName(index, index.subnets.get(source?.subnet ?? "") ?? null, asked);
  const [only, ...others] = worlds === "unknown" ? [] : worlds;
  if (only === undefined || others.length > 0) return "unknown";
  const said = only.filter((one) => one.family === family).map((one) => addressesOf(plan, index, name, one));
  if (said.includes("unknown")) return "unknown";
  const reach = [...new Set(said.flat())].sort();
  const answer = addresses?.map(canonical).sort() ?? null;
  if (answer !== null && answer.join() === reach.join()) return "agreed";
  return { source: from, name, family, reach, answer };
}

/** The addresses that an answer of reach stands for in the laboratory. */
function addressesOf(
  plan: LabPlan,
  index: TopologyIndex,
  name: string,
  { family, kind, target }: Said,
): readonly string[] | "unknown" {
  const wire = kind === "synthesised" ? "ipv4" : family;
  const found = targetAddresses(plan, index, name, wire, target);
  if (found === "unknown" || kind !== "synthesised") return found;
  return found.map((text) => {
    const address = parseAddress(text);
    invariant(address !== null, `${text} is no address`);
    return formatAddress("ipv6", embedIpv4(NAT64, address.address));
  });
}

const NAT64 = nat64();

function nat64() {
  const prefix = parsePrefix(NAT64_PREFIX);
  invariant(prefix !== null, "NAT64 has a prefix");
  return prefix;
}

function targetAddresses(
  plan: LabPlan,
  index: TopologyIndex,
  name: string,
  family: AddressFamily,
  target: Said["target"],
): readonly string[] | "unknown" {
  switch (target.kind) {
    case "server":
      return plan.names.filter((one) => one.name === name).flatMap((one) => one[family] ?? []);
    case "block": {
      const { block } = target;
      if (block.kind !== "known" || block.prefix.length !== bitsOf(family)) return "unknown";
      return [formatAddress(family, block.prefix.address)];
    }
    case "node":
      return plan.destinations
        .filter(({ address }) => nodeOf(index, plan, address)?.id === target.node.id)
        .flatMap((one) => one[family] ?? []);
  }
}

function canonical(text: string): string {
  const address = parseAddress(text);
  return address === null ? text : formatAddress(address.family, address.address);
}
