import { computeFacts } from "../../aws/facts/compute.ts";
import { TABLE_DAY } from "../../aws/instance-type-data.ts";
import { instanceTypeFacts, isNamedByApi, knownInstanceTypes } from "../../aws/instance-types.ts";
import { nearest } from "../../base/nearest.ts";
import type { Path } from "../../base/path.ts";
import { hostsOf } from "../../model/lookup.ts";
import type { InstanceType } from "../../model/types/compute.ts";
import type { Rule } from "../rule.ts";

/** Says which instance types could not be judged. */
export const instanceTypeUnknown: Rule<"instance-type-unknown"> = {
  id: "instance-type-unknown",
  severity: "note",
  title: "Instance types are ones that Hextet knows.",
  why: "The table of instance types is as old as its date. A type that is not in it may be new or retired, which the list of names in EC2's API model can tell, or misspelled: whether it has IPv6, and how many addresses it takes, is not checked.",
  sources: [computeFacts.instanceTypesMayBeUnknown],
  check(network, report) {
    const hosts = hostsOf(network).map(({ host }) => ({
      path: [...host.path, "instanceType"],
      types: [host.instanceType],
    }));
    const nodeGroups = network.eks.clusters
      .flatMap((cluster) => cluster.nodeGroups)
      .map((group) => ({ path: [...group.path, "instanceTypes"], types: group.instanceTypes }));
    for (const { path, name } of [...hosts, ...nodeGroups].flatMap(named)) {
      if (instanceTypeFacts(name).known) continue;
      if (isNamedByApi(name)) {
        report(
          path,
          `instance type "${name}" is not in the table of ${TABLE_DAY}, only EC2's API names it: nothing about it is checked`,
        );
        continue;
      }
      const near = nearest(name, knownInstanceTypes());
      report(
        path,
        `instance type "${name}" is not in the table of instance types: nothing about it is checked`,
        near === null ? undefined : `if it is misspelled: did you mean "${near}"?`,
      );
    }
  },
};

interface ChosenTypes {
  readonly path: Path;
  readonly types: readonly InstanceType[];
}

function named({ path, types }: ChosenTypes): readonly { readonly path: Path; readonly name: string }[] {
  return types.map(({ name }) => ({ path, name }));
}
