import { ecsFacts } from "../../aws/facts/ecs.ts";
import { placedServices } from "../../model/ecs/ecs-lookup.ts";
import type { Rule } from "../rule.ts";

/** A setting of the account, which only a provider hook makes. */
export const ecsDualStackAccountSetting: Rule<"ecs-dual-stack-account-setting"> = {
  id: "ecs-dual-stack-account-setting",
  severity: "note",
  title: "The account setting dualStackIPv6 is enabled where tasks stand in dual-stack tiers.",
  why: "A task in a dual-stack subnet gets an IPv6 address only when this ECS setting of the account and region is enabled. Whether it is cannot be seen from here, and AWS provider 5 cannot make it: its aws_ecs_account_setting_default refuses the name. The provider hook ecs-dual-stack-setting can, but only where the blueprint asks for it: the setting is the whole account's. Tasks that run already keep what they have. IPv6-only tasks do without the setting.",
  sources: [ecsFacts.ecsDualStackAccountSetting, ecsFacts.ecsDualStackSettingNotInProvider],
  check(network, report) {
    const hook = network.hooks.find(({ id }) => id === "ecs-dual-stack-setting");
    if (hook !== undefined && hook.state !== "unused") return;
    const placed = placedServices(network).flatMap(({ service, tiers }) => {
      const tier = tiers.find(({ addressing }) => addressing === "dual-stack");
      return tier === undefined ? [] : [{ service, tier }];
    });
    const [first] = placed;
    if (first === undefined) return;
    // One setting for all of them: the first speaks for the others.
    const others = placed.length === 1 ? "" : ` (${placed.length} services)`;
    report(
      [...first.service.path, "subnets"],
      `tasks in dual-stack tier "${first.tier.name}" get IPv6 only with the account setting dualStackIPv6${others}`,
      `write terraform.hooks: { ecs-dual-stack-setting: hook }, or run once: aws ecs put-account-setting-default --name dualStackIPv6 --value enabled --region ${network.region}`,
    );
  },
};
