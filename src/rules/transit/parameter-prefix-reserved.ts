import { transitFacts } from "../../aws/facts/transit.ts";
import type { Rule } from "../rule.ts";

/** The names of parameters are not AWS's own. */
export const parameterPrefixReserved: Rule<"parameter-prefix-reserved"> = {
  id: "parameter-prefix-reserved",
  severity: "error",
  title: "The parameters that hand outputs over have names that begin neither with aws nor with ssm.",
  why: "Systems Manager keeps names that begin so, in capitals too, for AWS: it refuses each of the parameters at apply. A slash before the word changes nothing.",
  sources: [transitFacts.parameterNamesReserved],
  check({ terraform: { handOver } }, report) {
    if (handOver.kind !== "parameters" || !/^\/?(aws|ssm)/i.test(handOver.prefix)) return;
    report(
      ["terraform", "handOver", "parameters", "prefix"],
      `Systems Manager takes no parameter whose name begins with ${handOver.prefix}`,
      "begin it with another word",
    );
  },
};
