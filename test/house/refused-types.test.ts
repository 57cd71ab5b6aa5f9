import { expect, it } from "vitest";
import type { Tier } from "../../src/blueprint/blueprint.generated.ts";
import { compact } from "../../src/importer/blueprint/section.ts";
import type { ModelRuleId } from "../../src/model/model-rules.ts";
import type {
  SecurityGroupName,
  SubnetId,
  TerraformAddress,
  TierName,
} from "../../src/model/types/shared.ts";
import type { RuleId } from "../../src/rules/all-rules.ts";

// `npm run types` is the test: it fails when one of these lines compiles.
it("the compiler refuses what is named like a thing and is none", () => {
  const tier = "app" as TierName;
  const group = "web" as SecurityGroupName;
  // @ts-expect-error a tier's name where a subnet's id is meant
  const subnet: SubnetId = tier;
  // @ts-expect-error a name as the author wrote it where a subnet's id is meant
  const written: SubnetId = "app";
  // @ts-expect-error a group's name where a tier's is meant
  const other: TierName = group;
  // @ts-expect-error a subnet's id where a Terraform address is meant
  const address: TerraformAddress = "app_a";
  // @ts-expect-error a misspelt id of a rule
  const rule: RuleId = "dns64-without-nat46-route";
  // @ts-expect-error a misspelt id of a mistake that normalising reports
  const mistake: ModelRuleId = "model/unknown-nam";
  // @ts-expect-error a misspelt key of a blueprint, as import would write it
  const key = compact<Tier>({ adressing: "dual-stack" });
  expect([subnet, written, other, address, rule, mistake, key]).toHaveLength(7);
});
