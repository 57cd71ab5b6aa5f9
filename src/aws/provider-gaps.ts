import { providerArguments } from "./provider-arguments.generated.ts";

/** Something of AWS's that the AWS provider's arguments cannot say, or could not for a time. */
export interface ProviderGap {
  /** Terraform resource type, such as `aws_lb_target_group`. */
  readonly resource: string;
  readonly argument: string;
  /** Where only some uses of the argument are affected, such as `target_type = "instance"`; null: all are. */
  readonly condition: string | null;
  /** First provider version known to be without the gap, such as `5.59.0`; null: no such version is known. */
  readonly closedIn: string | null;
  /** Where the provider's own people speak of it. */
  readonly upstream: string;
}

/** A provider hook as everybody but the stack sees it. */
export interface HookFacts {
  /** Kebab-case, unique; the key in `terraform.hooks`. */
  readonly id: string;
  /** One sentence: what the hook makes possible. */
  readonly title: string;
  readonly gaps: readonly ProviderGap[];
  /** What the hook does with a provider version in which its gaps are closed: `conflicts` means that both would fight. */
  readonly afterClosing: "works" | "conflicts";
  /** False: it reaches beyond the stack, such as into the account, and is applied only where the blueprint asks for it. */
  readonly automatic: boolean;
}

/** The hooks of Hextet's own, sorted by id. Checked 2026-11-21 against the changelog of the provider, 2026-11-28 against published bindings. */
export const builtInHooks = [
  {
    id: "ecs-dual-stack-setting",
    title: "Enables the ECS account setting dualStackIPv6, which gives tasks in dual-stack subnets IPv6.",
    gaps: [
      {
        resource: "aws_ecs_account_setting_default",
        argument: "name",
        condition: 'name = "dualStackIPv6"',
        closedIn: "6.13.0",
        upstream: "https://github.com/hashicorp/terraform-provider-aws/pull/44165",
      },
    ],
    afterClosing: "works",
    automatic: false,
  },
  {
    id: "instance-connect-endpoint-address-type",
    title: "Makes EC2 Instance Connect endpoints whose address type is dualstack or ipv6.",
    gaps: [
      {
        resource: "aws_ec2_instance_connect_endpoint",
        argument: "ip_address_type",
        condition: null,
        closedIn: providerArguments["aws_ec2_instance_connect_endpoint.ip_address_type"].presentIn,
        upstream: "https://github.com/hashicorp/terraform-provider-aws/pull/44616",
      },
    ],
    afterClosing: "works",
    automatic: true,
  },
  {
    id: "nlb-ipv6-source-nat",
    title: "Turns on the IPv6 source-NAT prefix, which UDP needs on a dual-stack network load balancer.",
    gaps: [
      {
        resource: "aws_lb",
        argument: "enable_prefix_for_ipv6_source_nat",
        condition: null,
        closedIn: providerArguments["aws_lb.enable_prefix_for_ipv6_source_nat"].presentIn,
        upstream: "https://github.com/hashicorp/terraform-provider-aws/pull/40431",
      },
    ],
    // The provider's argument is optional and computed: unwritten, it takes up what AWS has.
    afterClosing: "works",
    automatic: true,
  },
  {
    id: "target-group-ipv6",
    title: "Makes target groups whose targets have IPv6 addresses.",
    gaps: [
      {
        resource: "aws_lb_target_group",
        argument: "ip_address_type",
        condition: 'target_type = "ip"',
        closedIn: "4.27.0",
        upstream: "https://github.com/hashicorp/terraform-provider-aws/pull/26320",
      },
      {
        resource: "aws_lb_target_group",
        argument: "ip_address_type",
        condition: 'target_type = "instance"',
        closedIn: "5.59.0",
        upstream: "https://github.com/hashicorp/terraform-provider-aws/pull/36423",
      },
    ],
    afterClosing: "works",
    automatic: true,
  },
] as const satisfies readonly HookFacts[];

/** Id of a hook of Hextet's own. */
export type BuiltInHookId = (typeof builtInHooks)[number]["id"];

/** The facts of one of Hextet's own hooks. */
export function hookFacts(id: BuiltInHookId): HookFacts {
  const [found] = builtInHooks.filter((hook) => hook.id === id);
  if (found === undefined) throw new Error(`no hook ${id}`);
  return found;
}
