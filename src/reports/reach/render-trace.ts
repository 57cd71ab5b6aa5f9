import type { Fact } from "../../aws/facts/fact.ts";
import { familyName } from "../../base/family-name.ts";
import { assertNever } from "../../base/invariant.ts";
import type { Attempt, DnsStep, Hop, Passage, Trace } from "../../reach/walk/trace.ts";
import type { Colors } from "../colors.ts";
import { escapeUnsafe } from "../findings/terminal-text.ts";
import { wrapText } from "../wrap-line.ts";
import { hopName, placeText } from "./hop-words.ts";
import { reasonOf } from "./reason-of.ts";
import { answerWord, paintVerdict, verdictWord } from "./verdict-words.ts";

/** A trace with the names under which its ends were asked for. */
export interface NamedTrace {
  readonly stack: string;
  readonly from: string;
  readonly to: string;
  readonly trace: Trace;
}

/** Whether a connection reaches, and where not, in few lines. */
export function renderAnswer(named: NamedTrace, width: number, colors: Colors): string {
  const reason = reasonOf(named.trace);
  const why = reason === null ? [] : wrapText(escapeUnsafe(reason), "  ", width);
  return [...headLines(named, width, colors), ...why, ""].join("\n");
}

/** Every hop of a connection, there and back, each with its reason, its place and its sources. */
export function renderTrace(named: NamedTrace, width: number, colors: Colors): string {
  const { dns, attempts } = named.trace;
  return [
    ...headLines(named, width, colors),
    ...dns.flatMap((step) => ["", ...dnsLines(step, width, colors)]),
    ...attempts.flatMap((attempt) => ["", ...attemptLines(attempt, width, colors)]),
    "",
  ].join("\n");
}

function headLines({ stack, from, to, trace }: NamedTrace, width: number, colors: Colors): readonly string[] {
  const { query, verdict } = trace;
  const what = query.protocol === "icmp" ? "icmp" : `${query.protocol} ${query.port}`;
  const head = wrapText(escapeUnsafe(`${stack}: ${from} to ${to}, ${what}`), "", width);
  return [
    ...head.map((line) => colors.bold(line)),
    `  ${paintVerdict(verdictWord(verdict), verdict, colors)}`,
  ];
}

function dnsLines(step: DnsStep, width: number, colors: Colors): readonly string[] {
  const { name, fromSubnet, answers } = step;
  const who =
    fromSubnet === null ? "the internet's resolvers are asked" : `the resolver of ${fromSubnet} is asked`;
  return [
    ...wrapText(escapeUnsafe(`${who} for ${name}`), "", width).map((line) => colors.bold(line)),
    ...answers.flatMap(({ hop }) => hopLines(hop, width, colors)),
  ];
}

function attemptLines(attempt: Attempt, width: number, colors: Colors): readonly string[] {
  const { name, family, isTranslated, fromSubnet, toSubnet, verdict, hops } = attempt;
  const ends = [fromSubnet === null ? "" : ` from ${fromSubnet}`, toSubnet === null ? "" : ` to ${toSubnet}`];
  const over = `over ${familyName(family)}${isTranslated ? " and NAT64" : ""}`;
  const head = `${name === null ? "" : `${name} `}${over}${ends.join("")}: ${answerWord(verdict)}`;
  return [
    ...wrapText(escapeUnsafe(head), "", width).map((line) => colors.bold(line)),
    ...hops.flatMap((hop) => hopLines(hop, width, colors)),
  ];
}

/** The hop and its reason, then where that is written and what it rests on. */
function hopLines(hop: Hop, width: number, colors: Colors): readonly string[] {
  const { kind, direction, passes, reason, place, facts } = hop;
  const mark = markOf(passes, colors);
  const [first = "", ...rest] = wrapText(
    escapeUnsafe(`${direction === "back" ? "back: " : ""}${hopName(kind)}: ${reason}`),
    "    ",
    width,
  );
  const notes = [...(place === null ? [] : [`at ${placeText(place)}`]), ...facts.map(factText)];
  return [
    `  ${mark} ${first.trimStart()}`,
    ...rest,
    ...notes.flatMap((note) => wrapText(escapeUnsafe(note), "      ", width)).map((line) => colors.dim(line)),
  ];
}

function markOf(passes: Passage, colors: Colors): string {
  switch (passes) {
    case "yes":
      return "+";
    case "no":
      return colors.red("x");
    case "some":
      return colors.yellow("~");
    case "unknown":
      return colors.yellow("?");
    default:
      return assertNever(passes);
  }
}

function factText({ claim, source, checked }: Fact): string {
  return `${claim} (${source}, checked on ${checked})`;
}
