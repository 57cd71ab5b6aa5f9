import { protocols } from "../../aws/protocols.ts";
import type { Path } from "../../base/path.ts";
import type { ComputeSettings } from "../../blueprint/blueprint.generated.ts";
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
}

/** Writes a twin beside each rule, entry and route of which one is known, and takes IPv6 from the tiers that are to have none. */
export function applyAnswers<T extends object>(
  sections: T,
  questions: readonly Question[],
  { twins, withoutIpv6, types }: Answers,
): Answered<T> {
  let written: unknown = sections;
  const accepted: { question: Question; reason: string }[] = [];
  const left = questions.filter((question) => {
    const twin = twins.get(question.about);
    if (twin === undefined) return true;
    if ("reason" in twin) {
      accepted.push({ question, reason: twin.reason });
      return false;
    }
    const next = withTwin(written, question, twin.peer);
    written = next ?? written;
    return next === null;
  });
  for (const tier of withoutIpv6)
    written = change(written, ["network", "subnets", tier], (value) => ipv4Only(value));
  for (const [name, instanceType] of types)
    written = change(written, ["compute", "instances", name], (value) => ({ ...value, instanceType }));
  return { sections: written as T, questions: left, accepted };
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

/** The sections with a twin right behind what the question is about; null where its kind has none of the same words. */
function withTwin(sections: unknown, { kind, at }: Question, peer: string): unknown {
  const around = ["network", kind, ...at.slice(0, -1)];
  const key = at.at(-1) ?? "";
  let isWritten = false;
  const next = change(sections, around, (entries) => {
    const own = entries[key];
    const twin = isEntries(own) ? TWINS[kind](own, peer, entries) : null;
    if (twin === null) return entries;
    isWritten = true;
    const name = startNaming(Object.keys(entries))(`${key}-ipv6`);
    return Object.fromEntries(
      Object.entries(entries).flatMap(([other, value]) =>
        other === key ? [[other, value] as const, [name, twin] as const] : [[other, value] as const],
      ),
    );
  });
  return isWritten ? next : null;
}

const TWINS: Readonly<
  Record<Question["kind"], (own: Entries, peer: string, entries: Entries) => Entries | null>
> = {
  securityGroups: (own, peer) => {
    if (own["icmpType"] !== undefined) return null;
    const whom = peer.startsWith("pl-") ? { prefixListId: peer } : { cidrIpv6: peer };
    return { ...own, ...(own["from"] === undefined ? { to: whom } : { from: whom }) };
  },
  networkAcls: (own, peer, entries) => {
    const numbers = Object.values(entries).map((entry) => (isEntries(entry) ? entry["ruleNumber"] : null));
    const ruleNumber = freeBehind(Number(own["ruleNumber"]), new Set(numbers));
    if (own["protocol"] === protocols.icmp.networkAclNames[0] || ruleNumber === null) return null;
    return { ...own, ruleNumber, cidr: { cidrIpv6: peer } };
  },
  // NAT gateways and internet gateways are the ways of tiers, not of partners.
  routes: (own, peer) => {
    const [target = ""] = Object.keys(isEntries(own["target"]) ? own["target"] : {});
    return /Gateway$/.test(target) ? null : { ...own, destination: peer };
  },
};

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
