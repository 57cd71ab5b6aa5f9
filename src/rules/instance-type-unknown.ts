import { computeFacts } from "../aws/facts-compute.ts";
import { instanceTypeFacts, knownInstanceTypes } from "../aws/instance-types.ts";
import { nearest } from "../base/nearest.ts";
import { hostsOf } from "../model/lookup.ts";
import type { Rule } from "./rule.ts";

/** Says which instance types could not be judged. */
export const instanceTypeUnknown: Rule = {
  id: "instance-type-unknown",
  severity: "note",
  title: "Instance types are ones that Hextet knows.",
  why: "The table of instance types is as old as its date. A type that is not in it may be new, retired or misspelled: whether it has IPv6, and how many addresses it takes, is not checked.",
  sources: [computeFacts.instanceTypesMayBeUnknown],
  check(network, report) {
    for (const { host } of hostsOf(network)) {
      const { name } = host.instanceType;
      if (instanceTypeFacts(name).known) continue;
      const near = nearest(name, knownInstanceTypes());
      report(
        [...host.path, "instanceType"],
        `instance type "${name}" is not in the table of instance types: nothing about it is checked`,
        near === null ? undefined : `if it is misspelled: did you mean "${near}"?`,
      );
    }
  },
};
