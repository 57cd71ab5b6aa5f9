import { migrationFacts } from "../../aws/facts/migration.ts";
import { importIds } from "../../aws/import-ids.ts";
import { resourceTypeOf } from "../../model/migration/terraform-address.ts";
import type { Rule } from "../rule.ts";

/** An id looks like its type's. */
export const existingIdForm: Rule<"existing-id-form"> = {
  id: "existing-id-form",
  severity: "error",
  title: "The id of what was there before has the form that terraform import takes for its type.",
  why: "A subnet goes by subnet-…, a load balancer by its ARN, a route by its table and destination: rtb-…_0.0.0.0/0. Terraform would look for something by an id of another form, not find it, and refuse the whole plan.",
  sources: [migrationFacts.importIdForms],
  check({ existing, references: taken }, report) {
    if (existing === null) return;
    for (const { address, id, path } of [...existing.imports, ...existing.references]) {
      const type = resourceTypeOf(address);
      const form = importIds[type];
      // What stands elsewhere is known at the plan only.
      const isTaken = taken.some(({ token }) => token === id);
      if (form === undefined || isTaken || form.pattern.test(id)) continue;
      report(path, `${JSON.stringify(id)} is no id of an ${type}`, `write it such as ${form.example}`);
    }
  },
};
