import { type ArgumentSide, type RefusedChange, refusedChanges } from "../../src/aws/refused-changes.ts";

const EFFECTS: Readonly<Record<RefusedChange["effect"], string>> = {
  refused: "AWS refuses it",
  "needs-order": "wants others first",
  interrupts: "interrupts",
  "loses-address": "an address or name is lost",
  "loses-capacity": "hosts or tasks are stopped",
};

/** The page on changes of what runs that one apply does not make, or that cost something. */
export function renderChangesPage(): string {
  return [
    "<!-- Generated from src/aws/refused-changes.ts by `npm run generate`. Edits here are lost. -->",
    "",
    "# Changes that AWS does not simply make",
    "",
    "Changes of things that are there already which Terraform plans calmly, and which AWS refuses, wants in another order,",
    "or makes at a price. What replaces a resource is told by `terraform plan` and is not here. The list is not complete.",
    "",
    "| type | argument | what happens | when | instead | because |",
    "|---|---|---|---|---|---|",
    ...refusedChanges.map(rowOf),
    "",
  ].join("\n");
}

function rowOf(change: RefusedChange): string {
  const { type, argument, from, to, takesOver, wasIgnored, effect, when, way, fact } = change;
  const whole = takesOver ? "it is taken over" : "the resource goes";
  const ignored = wasIgnored ? ", which is left as AWS has it no more" : "";
  const what = argument === null ? whole : `\`${argument}\`${sidesOf(from, to)}${ignored}`;
  const because = `${fact.claim} (${fact.id}, ${fact.confidence})`;
  return `| \`${type}\` | ${what} | ${EFFECTS[effect]} | ${when ?? "always"} | ${way ?? "no way but a new one"} | ${because} |`;
}

function sidesOf(from: ArgumentSide | undefined, to: ArgumentSide | undefined): string {
  const parts = [
    from === undefined ? [] : [`from ${wordOf(from)}`],
    to === undefined ? [] : [`to ${wordOf(to)}`],
  ].flat();
  return parts.length === 0 ? "" : `, ${parts.join(" ")}`;
}

function wordOf(side: ArgumentSide): string {
  if (side === "absent") return "nothing";
  return side === "present" ? "something" : `\`${String(side.value)}\``;
}
