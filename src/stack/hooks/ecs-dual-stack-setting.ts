import { hookFacts } from "../../aws/provider-gaps.ts";
import type { Network } from "../../model/types/network.ts";
import { addCliStep } from "./cli-step.ts";
import type { ProviderHook } from "./provider-hook.ts";
import type { TerraformData } from "./terraform-data.ts";

/**
 * Enables the account's default, and then looks at what holds for the one who runs Terraform: an own setting of the
 * user or role wins over the default.
 */
const ENABLE = `aws ecs put-account-setting-default --name dualStackIPv6 --value enabled >/dev/null
effective="$(aws ecs list-account-settings --name dualStackIPv6 --effective-settings --query 'settings[0].value' --output text)"
case "$effective" in
enabled | on) ;;
*) refuse 'the ECS account setting dualStackIPv6 is enabled for the account, but the user or role that runs terraform has disabled it for itself, which wins. Run: aws ecs delete-account-setting --name dualStackIPv6' ;;
esac
`;

/**
 * Enables the ECS account setting dualStackIPv6 in the stack's region; services wait for it. Nothing disables it again:
 * the setting is the whole account's, and others may rest on it by the time the stack is destroyed.
 */
export const ecsDualStackSetting: ProviderHook<{ readonly network: Network }, TerraformData> = {
  ...hookFacts("ecs-dual-stack-setting"),
  apply(scope, { network }) {
    return addCliStep(scope, network, {
      id: "ecs_dual_stack_setting",
      values: { ECS_REGION: network.region },
      create: ENABLE,
      destroy: null,
    });
  },
};
