import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import type { Rule } from "../rule.ts";

/** An endpoint policy can be read. */
export const vpcEndpointPolicyInvalid: Rule<"vpc-endpoint-policy-invalid"> = {
  id: "vpc-endpoint-policy-invalid",
  severity: "error",
  title: "The policy of a VPC endpoint is a JSON object.",
  why: "An endpoint policy is an IAM policy document, which is a JSON object. The AWS provider refuses what is no JSON; other JSON, such as a list of statements alone, only fails at apply.",
  sources: [vpcEndpointFacts.endpointPolicyIsJson],
  check({ vpcEndpoints }, report) {
    for (const { name, path, policy } of vpcEndpoints) {
      if (policy === null || isJsonObject(policy)) continue;
      report(
        [...path, "policy"],
        `the policy of VPC endpoint "${name}" is no JSON object`,
        'write {"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}, in single quotes',
      );
    }
  },
};

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
