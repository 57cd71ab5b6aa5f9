import { type Definition, definitionsIn } from "../../change/beside/definitions.ts";
import type { Finding } from "../../reports/findings/finding.ts";
import { aboutFile } from "./about-file.ts";
import type { StackBeside } from "./stack-beside.ts";

/** Errors for what a file defines although Hextet or another file does: Terraform takes each name once. */
export function findTwice({ made, files }: StackBeside): readonly Finding[] {
  const taken = new Map(definitionsIn(made).map(({ name }) => [name, "Hextet"]));
  return files
    .filter(({ isOverride }) => !isOverride)
    .flatMap((file) =>
      definitionsIn(file.blocks ?? []).flatMap(({ name, block }: Definition) => {
        const other = taken.get(name);
        taken.set(name, other ?? file.source);
        if (other === undefined) return [];
        return aboutFile(file, {
          rule: "extend/defined-twice",
          severity: "error",
          message: `${name} is defined here, and ${other === "Hextet" ? "Hextet makes it too" : `in ${other}`}`,
          hint: hintFor(name, other === "Hextet"),
          offset: block.offset,
        });
      }),
    );
}

function hintFor(name: string, isOfHextet: boolean): string {
  if (!isOfHextet) return "rename one of the two, or take it out";
  const isNamed = !name.includes(" ");
  return isNamed
    ? "rename it; what is to change of Hextet's stands in override.tf"
    : "take it out; what is to change of Hextet's stands in the blueprint or in override.tf";
}
