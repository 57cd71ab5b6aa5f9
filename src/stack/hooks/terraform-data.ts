import type { Construct } from "constructs";
import { type LocalExecProvisioner, type TerraformMetaArguments, TerraformResource } from "../engine.ts";

interface TerraformDataConfig extends TerraformMetaArguments {
  readonly input: string | Readonly<Record<string, string>>;
  readonly triggersReplace?: Readonly<Record<string, string>>;
  readonly provisioners?: LocalExecProvisioner[];
}

/**
 * Terraform's own resource `terraform_data`. CDKTF's class for it asks the `terraform` command for its version while it
 * synthesizes, and fails where there is none.
 */
export class TerraformData extends TerraformResource {
  readonly #config: TerraformDataConfig;

  constructor(scope: Construct, id: string, config: TerraformDataConfig) {
    const { input: _input, triggersReplace: _triggers, ...meta } = config;
    super(scope, id, {
      terraformResourceType: "terraform_data",
      terraformGeneratorMetadata: { providerName: "terraform" },
      ...meta,
    });
    this.#config = config;
  }

  /** Reference to an id that is new whenever the resource is replaced. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { input, triggersReplace } = this.#config;
    return { input, ...(triggersReplace === undefined ? {} : { triggers_replace: triggersReplace }) };
  }
}
