import { providerFacts } from "../../aws/facts/provider.ts";
import type { BuiltInHookId } from "../../aws/provider-gaps.ts";
import { isMadeByHook } from "../../model/hooks/is-made-by-hook.ts";
import type { Rule } from "../rule.ts";

/** The hook that may make things of a kind. */
const HOOKS: Readonly<Record<string, BuiltInHookId>> = {
  "loadBalancers.*": "nlb-ipv6-source-nat",
  "network.instanceConnectEndpoints.*": "instance-connect-endpoint-address-type",
  "targetGroups.*": "target-group-ipv6",
};

/** What a provider hook makes keeps its name. */
export const renamedPartOfHook: Rule<"renamed-part-of-hook"> = {
  id: "renamed-part-of-hook",
  severity: "error",
  title: "What a provider hook makes is not renamed.",
  why: "A hook marks what it makes in AWS with its name in the blueprint, and finds it by that. Terraform has no state of it that could move: it replaces the hook's steps, which delete what is there and make it again.",
  sources: [providerFacts.terraformDataReplaced],
  check(network, report) {
    for (const { kind, path, word, from, to } of network.renames?.list ?? []) {
      const hook = HOOKS[kind];
      if (hook === undefined || !isMadeByHook(network, hook, to)) continue;
      report(
        [...path, "renamedFrom"],
        `${word} "${to}" is made by the hook ${hook}, which would make it anew`,
        `keep the name "${from}", or make a second one and move what uses it over`,
      );
    }
  },
};
