import { OUTPUT_KINDS } from "../../src/model/outputs/output-kinds.ts";
import { fitsAt } from "../../src/model/outputs/references/fits-at.ts";
import { resourceIds } from "../../src/model/outputs/references/wanted-at.ts";
import { ENTITY_ROWS } from "./output-kinds-table.ts";
import { type ReferencePlace, referencePlaces } from "./reference-places.ts";

/** Every place that takes a value from elsewhere, what that must be, and which outputs of blueprints are, as a Markdown table. */
export function renderReferencePlaces(): string {
  return [
    "| key | takes | of another blueprint |",
    "|---|---|---|",
    ...referencePlaces().map((place) => `| \`${place.key}\` | ${place.takes} | ${fitting(place)} |`),
    "",
  ].join("\n");
}

function fitting({ key, takes }: ReferencePlace): string {
  const wanted = key.includes("reference.") ? resourceIds : [takes];
  const fits = (of: string) => wanted.some((one) => fitsAt(one, of));
  const named = Object.entries(OUTPUT_KINDS).flatMap(([kind, { type }]) =>
    fits(type.of) && type.shape !== "list" ? [`\`${kind}\``] : [],
  );
  const ofVpc = ENTITY_ROWS.flatMap(([value, of]) => (fits(of) ? [`\`${value}\``] : []));
  const all = [...ofVpc, ...named];
  return all.length === 0 ? "nothing gives one" : all.join(", ");
}
