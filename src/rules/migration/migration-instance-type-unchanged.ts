import { migrationFacts } from "../../aws/facts/migration.ts";
import { whatIsThere } from "../../model/migration/what-is-there.ts";
import type { Rule } from "../rule.ts";

/** A type before is another one than after, of a host that was there. */
export const migrationInstanceTypeUnchanged: Rule<"migration-instance-type-unchanged"> = {
  id: "migration-instance-type-unchanged",
  severity: "warning",
  title: "The list migration.before.instanceTypes names imported instances whose type the migration changes.",
  why: "It says what an instance is until the stage instance-types, and the instance itself says what it becomes. Where both are the same, or the instance is new, nothing would happen at that stage, which is most often not what was meant.",
  sources: [migrationFacts.migrationInSteps],
  check(network, report) {
    const there = whatIsThere(network);
    for (const { instance, instanceType, path } of network.migration?.instanceTypesBefore ?? []) {
      const target = network.compute.instances.find(({ name }) => name === instance)?.host.instanceType.name;
      if (!there.has("aws_instance", instance))
        report(
          path,
          `instance "${instance}" is new: it has no type before`,
          "remove this line, or import it",
        );
      else if (target === instanceType)
        report(
          path,
          `instance "${instance}" is ${instanceType} before and after`,
          "remove this line, or write the type it is to become in compute.instances",
        );
    }
  },
};
