import type { Construct } from "constructs";
import type { HookFacts } from "../../aws/provider-gaps.ts";

/**
 * Says to Terraform what the provider in use cannot. `apply` is called only while its gaps are open for the
 * blueprint's provider version (or where the blueprint asks for it), and returns what later constructs need. Every
 * text of the network in `input` is already escaped for Terraform.
 */
export interface ProviderHook<Input, Made> extends HookFacts {
  readonly apply: (scope: Construct, input: Input) => Made;
}
