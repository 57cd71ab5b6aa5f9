import { byText } from "../../base/compare-texts.ts";
import type { Path } from "../../base/path.ts";
import { parsePrefix } from "../../base/prefix.ts";
import type { Remark } from "./draft.ts";

/** Something that nobody but the author can tell: what stands only for IPv4, and where. */
export interface Question {
  readonly kind: keyof typeof KINDS;
  /** A block, or a prefix list. */
  readonly about: string;
  /** The names that lead to the place, below the section. */
  readonly at: readonly string[];
}

/** What is asked about, and the section above which one TODO asks it. */
const KINDS = {
  securityGroups: {
    ask: "TODO: security group rules for IPv4 alone. What is the IPv6 twin of",
    advice:
      "Write a rule for it beside, or accept it, a whole group at once: accept: [{ rule: security-group-ipv4-without-ipv6-twin, " +
      "at: network.securityGroups.<group>, reason: <why> }]",
  },
  networkAcls: {
    ask: "TODO: network ACL entries for IPv4 alone. What is the IPv6 twin of",
    advice: "Write an entry for it beside, or leave it for IPv4 alone.",
  },
  routes: {
    ask: "TODO: routes for IPv4 alone. Which IPv6 block is behind",
    advice: "Write a route to it beside, and see that the other side routes ours back.",
  },
} as const;

/** What is asked about one place, for a comment above it. */
export function questionAt({ kind, about }: Question): string {
  const { ask, advice } = KINDS[kind];
  return `${ask} ${about}? ${advice}`;
}

/** Places that a comment names before it counts the rest. */
const SHOWN = 4;

/** One comment for each kind of question, with a line for each block, in the order of the blocks. */
export function remarksOf(questions: readonly Question[]): readonly Remark[] {
  return (Object.keys(KINDS) as (keyof typeof KINDS)[]).flatMap((kind) => {
    const own = questions.filter((question) => question.kind === kind);
    const about = inOrder(own);
    if (about.length === 0) return [];
    const { ask, advice } = KINDS[kind];
    const path: Path = ["network", kind];
    const these = about.length === 1 ? "this" : `these ${about.length}`;
    return [
      { path, text: `${ask} ${these}? ${advice}` },
      ...about.map((one) => ({ path, text: `  ${one}: ${placesOf(own, one)}` })),
    ];
  });
}

/** What is asked about, each once: blocks by number, lists after them. */
export function inOrder(questions: readonly Question[]): readonly string[] {
  return [...new Set(questions.map(({ about }) => about))].sort(byText(orderOf));
}

function orderOf(about: string): string {
  const block = parsePrefix(about);
  if (block === null) return `1 ${about}`;
  return `0 ${block.address.toString(16).padStart(32, "0")} ${String(block.length).padStart(3, "0")}`;
}

/** Where something is asked, in short. */
export function placesOf(questions: readonly Question[], about: string): string {
  const places = questions.filter((question) => question.about === about).map(({ at }) => at.join("."));
  const sorted = [...new Set(places)].sort(byText((place) => place));
  const more = sorted.length - SHOWN;
  const shown = more > 1 ? sorted.slice(0, SHOWN) : sorted;
  return `${shown.join(", ")}${more > 1 ? ` and ${more} more` : ""}`;
}
