import type { PageData } from "../page-data.ts";
import { make } from "./make.ts";

/** The hops as a list: each with its reason, where what decides is written, and its sources. */
export function showHops(data: PageData, hops: readonly number[]): HTMLOListElement {
  return make("ol", "hops", ...hops.map((index) => hopOf(data, index)));
}

function hopOf({ texts, facts, hops }: PageData, index: number): HTMLLIElement {
  const hop = hops[index];
  if (hop === undefined) throw new Error(`no hop ${index}`);
  const [name, passes, reason, place, known] = hop;
  const item = make(
    "li",
    `is-${passes}`,
    make("b", "", texts[name] ?? ""),
    ...(passes === "yes" ? [] : [" ", make("strong", "", HERE[passes])]),
    make("p", "", texts[reason] ?? ""),
  );
  if (place >= 0) item.append(make("p", "place", "at ", make("code", "", texts[place] ?? "")));
  if (known.length === 0) return item;
  const claims = known.map((one) => claimOf(facts[one]));
  const count = known.length === 1 ? "1 source" : `${known.length} sources`;
  item.append(make("details", "", make("summary", "", count), make("ul", "", ...claims)));
  return item;
}

const HERE = { no: "it breaks here", some: "some of it breaks here", unknown: "not known" } as const;

function claimOf(fact: PageData["facts"][number] | undefined): HTMLLIElement {
  if (fact === undefined) throw new Error("no fact");
  const [claim, sources, checked] = fact;
  const links = sources.flatMap((source) => [source.startsWith("https://") ? linkTo(source) : source, "; "]);
  return make("li", "", `${claim} (`, ...links, `checked on ${checked})`);
}

function linkTo(address: string): HTMLAnchorElement {
  const link = make("a", "", address);
  link.href = address;
  link.rel = "noreferrer";
  return link;
}
