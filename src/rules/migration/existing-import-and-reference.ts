import { migrationFacts } from "../../aws/facts/migration.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { Rule } from "../rule.ts";

/** What is imported is not also a reference. */
export const existingImportAndReference: Rule<"existing-import-and-reference"> = {
  id: "existing-import-and-reference",
  severity: "error",
  title: "What was there before is either imported or referenced.",
  why: "An imported resource belongs to this stack from then on: it changes it, and one day deletes it. A referenced one stays managed outside this stack, and is only added to. Nothing can be both.",
  sources: [migrationFacts.oneObjectOneAddress],
  check({ existing }, report) {
    if (existing === null) return;
    const imported = existing.imports.map(({ address }) => address);
    for (const { address, path } of existing.references) {
      if (!imported.includes(address)) continue;
      report(atKey(path), `"${address}" is imported as well`, "keep it under import or under reference");
    }
  },
};
