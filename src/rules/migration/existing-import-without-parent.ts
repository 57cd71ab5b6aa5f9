import { migrationFacts } from "../../aws/facts/migration.ts";
import { atKey } from "../../base/diagnostic.ts";
import { nearest } from "../../base/nearest.ts";
import { VPC_ADDRESS } from "../../model/migration/existing.ts";
import { importables } from "../../model/migration/importable/importable.ts";
import type { Importable } from "../../model/migration/importable/importable-resource.ts";
import type { Rule } from "../rule.ts";

/** What was there before had what it stands on. */
export const existingImportWithoutParent: Rule<"existing-import-without-parent"> = {
  id: "existing-import-without-parent",
  severity: "error",
  title: "Where something is imported, what it is part of or stands in is imported or referenced too.",
  why: "A route was in a table, a rule in a security group, a host in a subnet. Without them in existing, the stack would make new ones beside the old, and move the imported resource there: for many types that means to delete it and make it anew.",
  sources: [migrationFacts.importNeedsConfiguration, migrationFacts.fixedAddressReplacesInstance],
  check(network, report) {
    const { existing } = network;
    if (existing === null) return;
    const byAddress = new Map<string, Importable>(importables(network).map((one) => [one.address, one]));
    const written = [...existing.imports, ...existing.references].map(({ address }) => address);
    // A slip of the pen is the finding of existing-address-unknown, and one finding is enough.
    const others = written.filter((address) => address !== VPC_ADDRESS);
    const meant = others.map((address) => nearest(address, byAddress.keys()));
    const there = new Set([...written, ...meant]);
    for (const { address, path } of existing.imports) {
      const resource = byAddress.get(address);
      const missing = resource === undefined ? null : missingOf(resource, there);
      if (missing === null) continue;
      report(
        atKey(path),
        `"${address}" is imported without ${missing}`,
        "add what was there under import or reference, or remove this line",
      );
    }
  },
};

function missingOf({ needs, needsOneOf }: Importable, there: ReadonlySet<string | null>): string | null {
  const need = needs.find((one) => !there.has(one));
  if (need !== undefined) return `"${need}"`;
  if (needsOneOf.length === 0 || needsOneOf.some((one) => there.has(one))) return null;
  return `one of "${needsOneOf.join('", "')}"`;
}
