import { plainDnsName } from "../dns-name.ts";
import type { StateResource, StateResources } from "./resources.ts";

/** True for what belongs to the VPC without naming it: records of its private zones, and those that lead to its load balancers; what is of its auto scaling groups. */
export function ledToVpc(
  resources: StateResources,
  vpcId: string,
  groups: ReadonlySet<string>,
): (resource: StateResource) => boolean {
  const zones = new Set([
    ...resources
      .of("aws_route53_zone")
      .filter(({ values }) => values.blocks("vpc").some((one) => one.text("vpc_id") === vpcId))
      .map(({ id }) => id),
    ...resources
      .having("vpc_id", vpcId, "aws_route53_zone_association")
      .flatMap(({ values }) => values.text("zone_id") ?? []),
  ]);
  const balancers = new Set(
    resources
      .having("vpc_id", vpcId, "aws_lb", "aws_alb")
      .flatMap(({ values }) => values.text("dns_name") ?? [])
      .map(plainDnsName),
  );
  return ({ type, values }) => {
    // Ids of auto scaling groups are names, as other things have them.
    if (type !== "aws_route53_record") return groups.has(values.text("autoscaling_group_name") ?? "");
    const targets = [
      ...values.blocks("alias").flatMap((alias) => alias.text("name") ?? []),
      ...values.texts("records"),
    ];
    return (
      zones.has(values.text("zone_id") ?? "") || targets.some((name) => balancers.has(plainDnsName(name)))
    );
  };
}
