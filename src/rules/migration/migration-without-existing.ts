import { migrationFacts } from "../../aws/facts/migration.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { Rule } from "../rule.ts";

/** A migration starts from something. */
export const migrationWithoutExisting: Rule<"migration-without-existing"> = {
  id: "migration-without-existing",
  severity: "error",
  title: "A migration names the VPC that it migrates.",
  why: "The stages take what is there to IPv6, one after the other. Without network.vpc.existing nothing is there: the first stage would make a VPC that nobody asked for. A new network needs no stages.",
  sources: [migrationFacts.migrationInSteps],
  check({ existing, migration }, report) {
    if (migration === null || existing !== null) return;
    const hint = "write network.vpc.existing with the VPC's id, or remove migration";
    report(atKey(migration.path), "there is no existing VPC to migrate", hint);
  },
};
