import { eksFacts } from "../../aws/facts/eks.ts";
import { isConfiguration } from "../../model/eks/addon-configuration.ts";
import type { Rule } from "../rule.ts";

/** An add-on is configured by an object. */
export const eksAddonConfiguration: Rule<"eks-addon-configuration"> = {
  id: "eks-addon-configuration",
  severity: "error",
  title: "The configuration of an add-on is a JSON object.",
  why: "EKS holds it against the add-on's JSON schema, which is one of an object. It refuses a list, a word, and text with a brace or a quote missing, and Terraform's plan does not know.",
  sources: [eksFacts.eksAddonConfigurationIsObject],
  check({ eks }, report) {
    for (const { addons } of eks.clusters) {
      for (const { name, path, configurationValues } of addons) {
        if (configurationValues === null || isConfiguration(configurationValues)) continue;
        report(
          [...path, "configurationValues"],
          `the configuration of add-on "${name}" is no JSON object`,
          `write it such as '{"replicaCount": 3}', in the keys that aws eks describe-addon-configuration shows`,
        );
      }
    }
  },
};
