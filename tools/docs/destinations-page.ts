import type {
  Destination,
  DestinationName,
  DestinationPart,
} from "../../src/aws/destinations/destination.ts";
import { datesOf, type Fact } from "../../src/aws/facts/fact.ts";
import { escapeMarkdown, inlineCode } from "../../src/reports/reference/markdown.ts";

/** The page `docs/destinations.md`: what hosts call outside their VPC, over which families, and how that is known. */
export function renderDestinationsPage(destinations: readonly Destination[]): string {
  const facts = factsOf(destinations);
  return [
    "<!-- Generated from src/aws/destinations/ by `npm run generate`. Edits here are lost. -->",
    "",
    "# Destinations",
    "",
    "What hosts talk to outside their VPC: by which names, over which families, and what a client must be told. A",
    "destination works when each of its parts is reached by one of the part's names. The first name is what clients ask",
    "for when nobody tells them otherwise. **unknown** is an answer: no source tells, and Hextet never guesses. Families",
    "of names outside AWS were seen by others on the days that the facts name, and may have changed since.",
    "",
    "`{region}` is the region, `{account}` the account, `{dnsSuffix}` and `{dualStackSuffix}` are how names end in the",
    "partition: `amazonaws.com` and `api.aws`, in China `amazonaws.com.cn` and `api.amazonwebservices.com.cn`. A name",
    "after `*.` stands for the names under it too. With a VPC endpoint of the service, and private DNS or routes for it, a name",
    "leads to the endpoint: *(same name?)* says that no source tells whether this very name does.",
    "",
    ...destinations.flatMap(section),
    "## Facts",
    "",
    "| fact | claim | dates | source |",
    "|---|---|---|---|",
    ...facts.map(factRow),
    "",
  ].join("\n");
}

function factsOf(destinations: readonly Destination[]): readonly Fact[] {
  const all = destinations.flatMap(({ parts }) =>
    parts.flatMap(({ names }) => names.flatMap(({ sources }) => sources)),
  );
  const byId = new Map(all.map((fact) => [fact.id, fact]));
  return [...byId.keys()].sort().flatMap((id) => byId.get(id) ?? []);
}

function section({ id, what, protocol, port, place, parts }: Destination): readonly string[] {
  const where = place === "link-local" ? "; no route or filter decides" : "";
  return [
    `## ${escapeMarkdown(id)}`,
    "",
    `${escapeMarkdown(what)}: ${protocol} ${port}${where}.`,
    "",
    "| part | name | families | setting | VPC endpoint | facts |",
    "|---|---|---|---|---|---|",
    ...parts.flatMap((part) => part.names.map((name, index) => nameRow(part, name, index === 0))),
    "",
  ];
}

function nameRow(part: DestinationPart, name: DestinationName, isFirst: boolean): string {
  const needed = part.neededWhen === null ? "" : `, when ${part.neededWhen}`;
  const cells = [
    isFirst ? escapeMarkdown(part.what + needed) : "",
    inlineCode(`${name.withSubdomains ? "*." : ""}${name.name}`) + partitionsOf(name),
    name.families === "unknown" ? "**unknown**" : name.families.map((family) => LABELS[family]).join(", "),
    escapeMarkdown(name.setting ?? ""),
    endpointOf(name),
    name.sources.map(({ id }) => `[${id}](#facts)`).join(", "),
  ];
  return `| ${cells.join(" | ")} |`;
}

const LABELS = { ipv4: "IPv4", ipv6: "IPv6" } as const;

function partitionsOf({ partitions }: DestinationName): string {
  return partitions === "all" ? "" : ` in ${partitions.join(", ")}`;
}

function endpointOf({ endpointService, endpointAnswers }: DestinationName): string {
  if (endpointService === null) return "";
  const doubt = { yes: "", no: " (not for this name)", unknown: " *(same name?)*" }[endpointAnswers];
  return `${inlineCode(endpointService)}${doubt}`;
}

function factRow({ id, claim, source, ...dates }: Fact): string {
  const places = source
    .split("; ")
    .map((place) => (/^https:\/\/[^\s<>|]+$/.test(place) ? `<${place}>` : escapeMarkdown(place)));
  return `| ${inlineCode(id)} | ${escapeMarkdown(claim)} | ${datesOf(dates)} | ${places.join("; ")} |`;
}
