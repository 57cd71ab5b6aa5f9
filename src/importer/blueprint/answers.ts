import { ANY_ICMP, protocols } from "../../aws/protocols.ts";
import type { Path } from "../../base/path.ts";
import type { ComputeSettings } from "../../blueprint/blueprint.generated.ts";
import { icmpTwin, noIcmpTwin } from "./icmp-twin.ts";
import { startNaming } from "./names.ts";
import type { Question } from "./questions.ts";
import type { Section } from "./section.ts";

/** What the owner of a network has said about it. */
export interface Answers {
  /** What is the same over IPv6, by what a question is about: a block, or a prefix list. */
  readonly twins: ReadonlyMap<string, Twin>;
  /** Tiers that stay without IPv6. */
  readonly withoutIpv6: readonly string[];
  /** Types to come of instances whose types have no IPv6, by the instances' names. */
  readonly types: ReadonlyMap<string, string>;
}

/** An IPv6 block or list, or why there is none. */
export type Twin = { readonly peer: string } | { readonly reason: string };

/** What is said of a network by nobody. */
export const NO_ANSWERS: Answers = { twins: new Map(), withoutIpv6: [], types: new Map() };

type Entries = Readonly<Record<string, unknown>>;

/** What the answers make of a blueprint. */
export interface Answered<T> {
  readonly sections: T;
  /** What is still to be asked. */
  readonly questions: readonly Question[];
  /** The questions that have none to be written for, each with its reason. */
  readonly accepted: readonly { readonly question: Question; readonly reason: string }[];
  /** The questions whose twin could not be written, each with why; they are still to be asked. */
  readonly unwritten: readonly Unwritten[];
}

/** A place that does not get the twin that its owner has named. */
export interface Unwritten {
  readonly question: Question;
  readonly why: string;
}

/** Writes a twin beside each rule, entry and route of which one is known, and takes IPv6 from the tiers that are to have none. */
export function applyAnswers<T extends object>(
  sections: T,
  questions: readonly Question[],
  { twins, withoutIpv6, types }: Answers,
): Answered<T> {
  let written: unknown = sections;
  const accepted: { question: Question; reason: string }[] = [];
  const unwritten: Unwritten[] = [];
  const left = questions.filter((question) => {
    const twin = twins.get(question.about);
    if (twin === undefined) return true;
    if ("reason" in twin) {
      accepted.push({ question, reason: twin.reason });
      return false;
    }
    const next = withTwin(written, question, twin.peer);
    if (typeof next === "string") unwritten.push({ question, why: next });
    else written = next;
    return typeof next === "string";
  });
  for (const tier of withoutIpv6)
    written = change(written, ["network", "subnets", tier], (value) => ipv4Only(value));
  for (const [name, instanceType] of types)
    written = change(written, ["compute", "instances", name], (value) => ({ ...value, instanceType }));
  return { sections: written as T, questions: left, accepted, unwritten };
}

/** True for the place of a comment that asks for what has been said. */
export function isAnswered(path: Path, { types }: Answers): boolean {
  const [section, kind, name, key] = path;
  return section === "compute" && kind === "instances" && key === "instanceType" && types.has(String(name));
}

/** Types of today, with those of instances that get another one. */
export function typesBeforeAnswers(
  sections: { readonly compute?: Section<ComputeSettings> | undefined },
  typesBefore: Readonly<Record<string, string>>,
  { types }: Answers,
): Readonly<Record<string, string>> {
  const instances = sections.compute?.instances ?? {};
  const today = (name: string) => typesBefore[name] ?? instances[name]?.instanceType ?? "";
  const chosen = [...types].filter(([name, type]) => today(name) !== type);
  return { ...typesBefore, ...Object.fromEntries(chosen.map(([name]) => [name, today(name)])) };
}

function ipv4Only({ slot: _, ipv6Numbers: __, ...others }: Entries): Entries {
  return { ...others, addressing: "ipv4-only" };
}

/** The sections with a twin right behind what the question is about; a text where there can be none: why. */
function withTwin(sections: unknown, { kind, at }: Question, peer: string): object | string {
  const around = ["network", kind, ...at.slice(0, -1)];
  const key = at.at(-1) ?? "";
  let why: string | null = "it is gone";
  const next = change(sections, around, (entries) => {
    const own = entries[key];
    const twin = isEntries(own) ? TWINS[kind](own, peer, entries) : why;
    why = typeof twin === "string" ? twin : null;
    if (twin === null || typeof twin === "string") return entries;
    const name = startNaming(Object.keys(entries))(`${key}-ipv6`);
    return Object.fromEntries(
      Object.entries(entries).flatMap(([other, value]) =>
        other === key ? [[other, value] as const, [name, twin] as const] : [[other, value] as const],
      ),
    );
  });
  return why ?? Object(next);
}

const TWINS: Readonly<
  Record<Question["kind"], (own: Entries, peer: string, entries: Entries) => Entries | string>
> = {
  securityGroups: (own, peer) => {
    const twin = own["icmpType"] === undefined ? own : inIcmpv6(own, protocols.icmpv6.securityGroupWord);
    if (typeof twin === "string") return twin;
    const whom = peer.startsWith("pl-") ? { prefixListId: peer } : { cidrIpv6: peer };
    return { ...withoutAnyIcmp(twin), ...(own["from"] === undefined ? { to: whom } : { from: whom }) };
  },
  networkAcls: (own, peer, entries) => {
    const numbers = Object.values(entries).map((entry) => (isEntries(entry) ? entry["ruleNumber"] : null));
    const ruleNumber = freeBehind(Number(own["ruleNumber"]), new Set(numbers));
    if (ruleNumber === null) return "no number is left right behind its own";
    const isIcmp = own["protocol"] === protocols.icmp.networkAclNames[0];
    const twin = isIcmp ? inIcmpv6(own, protocols.icmpv6.number) : own;
    return typeof twin === "string" ? twin : { ...twin, ruleNumber, cidr: { cidrIpv6: peer } };
  },
  routes: (own, peer) => {
    const target = isEntries(own["target"]) ? own["target"] : {};
    // What goes out through NAT has an egress-only internet gateway for IPv6.
    const isNat = target["natGateway"] !== undefined;
    return { ...own, destination: peer, target: isNat ? { egressOnlyInternetGateway: {} } : target };
  },
};

/** The same message in ICMPv6, with -1 where any is meant; a text where that has none. */
function inIcmpv6(own: Entries, protocol: string | number): Entries | string {
  const type = Number(own["icmpType"] ?? ANY_ICMP);
  const twin = icmpTwin({ type, code: Number(own["icmpCode"] ?? ANY_ICMP) });
  return twin === null ? noIcmpTwin(type) : { ...own, protocol, icmpType: twin.type, icmpCode: twin.code };
}

/** Rules of security groups say nothing where any type or code is meant. */
function withoutAnyIcmp(own: Entries): Entries {
  const isSaid = ([key, value]: readonly [string, unknown]) => !key.startsWith("icmp") || value !== ANY_ICMP;
  return Object.fromEntries(Object.entries(own).filter(isSaid));
}

function freeBehind(number: number, taken: ReadonlySet<unknown>): number | null {
  for (let next = number + 1; next < number + 10; next++) if (!taken.has(next)) return next;
  return null;
}

function change(value: unknown, path: readonly string[], by: (entries: Entries) => Entries): unknown {
  if (!isEntries(value)) return value;
  const [key, ...others] = path;
  return key === undefined ? by(value) : { ...value, [key]: change(value[key], others, by) };
}

function isEntries(value: unknown): value is Entries {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
