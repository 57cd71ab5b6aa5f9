import { migrationFacts } from "../../aws/facts/migration.ts";
import { atKey } from "../../base/diagnostic.ts";
import { nearest } from "../../base/nearest.ts";
import { VPC_ADDRESS } from "../../model/migration/existing.ts";
import { importableAddresses, referenceableAddresses } from "../../model/migration/importable/importable.ts";
import { resourceTypeOf } from "../../model/migration/terraform-address.ts";
import type { Rule } from "../rule.ts";

/** What was there before has a place in the blueprint. */
export const existingAddressUnknown: Rule<"existing-address-unknown"> = {
  id: "existing-address-unknown",
  severity: "error",
  title: "What is imported or referenced is a resource that the blueprint describes.",
  why: "The key existing says of resources of this stack that they are there already, by their Terraform addresses: aws_subnet.app_a is the subnet of tier app in zone a. An address that the stack has not got would be imported into nothing, and Terraform refuses that; what it means would be made anew. Not every type can be imported, and fewer can stay managed outside this stack.",
  sources: [migrationFacts.importNeedsConfiguration],
  check(network, report) {
    const { existing } = network;
    if (existing === null) return;
    const importable = importableAddresses(network);
    const referenceable = referenceableAddresses(network);
    for (const [known, resources, verb] of [
      [importable, existing.imports, "import"],
      [referenceable, existing.references, "reference"],
    ] as const) {
      for (const { address, path } of resources) {
        if (address === VPC_ADDRESS || known.includes(address)) continue;
        const message = importable.includes(address)
          ? `"${address}" cannot stay managed outside this stack`
          : `the stack has no "${address}" to ${verb}`;
        report(atKey(path), message, hintFor(address, known, importable.includes(address)));
      }
    }
  },
};

function hintFor(address: string, known: readonly string[], isImportable: boolean): string {
  if (isImportable) return "move the line to network.vpc.existing.import";
  const type = resourceTypeOf(address);
  const ofType = known.filter((candidate) => candidate.startsWith(`${type}.`));
  const near = nearest(address, ofType) ?? nearest(address, known);
  if (near !== null) return `did you mean "${near}"?`;
  const some = ofType.slice(0, 5).join(", ");
  return ofType.length === 0
    ? `remove it: the blueprint has no ${type} that was there before`
    : `of ${type} the stack has ${some}${ofType.length > 5 ? " and others" : ""}`;
}
