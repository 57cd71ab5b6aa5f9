import { migrationFacts } from "../../aws/facts/migration.ts";
import { resourceTypeOf } from "../../model/migration/terraform-address.ts";
import type { Rule } from "../rule.ts";

/** One thing has one address. */
export const existingIdTwice: Rule<"existing-id-twice"> = {
  id: "existing-id-twice",
  severity: "error",
  title: "Each resource that was there before has one address.",
  why: "Two addresses with one id would manage the same resource twice. Each would undo what the other one says, and removing one would delete the resource under the other.",
  sources: [migrationFacts.oneObjectOneAddress],
  check({ existing }, report) {
    if (existing === null) return;
    const first = new Map<string, string>();
    for (const { address, id, path } of [...existing.imports, ...existing.references]) {
      const key = `${typeOf(address)} ${id}`;
      const other = first.get(key);
      if (other === undefined) first.set(key, address);
      else if (other !== address)
        report(
          path,
          `${JSON.stringify(id)} is "${other}" already`,
          `keep one of "${other}" and "${address}"`,
        );
    }
  },
};

/** Rules of security groups have one kind of id in both directions. */
function typeOf(address: string): string {
  return resourceTypeOf(address).replace(/_(ingress|egress)_rule$/, "_rule");
}
