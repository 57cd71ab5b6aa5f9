import { ecsFacts } from "../../aws/facts/ecs.ts";
import { placedServices, tiersAtInternetGateway } from "../../model/ecs/ecs-lookup.ts";
import { tiersWithoutIpv4 } from "../../model/routing/ipv4-reach.ts";
import type { Rule } from "../rule.ts";

/** A dual-stack Fargate task starts over IPv4. */
export const ecsDualStackWithoutIpv4Route: Rule<"ecs-dual-stack-without-ipv4-route"> = {
  id: "ecs-dual-stack-without-ipv4-route",
  severity: "warning",
  title: "Fargate tasks in dual-stack tiers have a way out over IPv4.",
  why: "A task with both families pulls its image and reads its secrets over IPv4. With the egress-only internet gateway alone it never starts. An internet gateway helps only a task with a public IPv4 address. Interface endpoints for ECR do as well as a NAT gateway, and a blueprint that has one for ecr.dkr is left alone. On EC2 it is the host that pulls.",
  sources: [ecsFacts.fargateDualStackNeedsIpv4],
  check(network, report) {
    if (network.vpcEndpoints.some((endpoint) => endpoint.service === "ecr.dkr")) return;
    const cutOff = tiersWithoutIpv4(network).map(({ name }) => name);
    const atGateway = tiersAtInternetGateway(network).map(({ name }) => name);
    for (const { service, tiers } of placedServices(network)) {
      if (service.capacity.kind === "ec2") continue;
      const closed = service.assignPublicIp ? cutOff : [...cutOff, ...atGateway];
      const tier = tiers.find(({ name, addressing }) => addressing === "dual-stack" && closed.includes(name));
      if (tier === undefined) continue;
      report(
        [...service.path, "subnets"],
        `tasks of service "${service.name}" pull their images over IPv4, but have no way out in tier "${tier.name}"`,
        atGateway.includes(tier.name)
          ? "write assignPublicIp: true, or choose a tier with a NAT gateway"
          : "write natGateway in the tier, or make it ipv6-only",
      );
    }
  },
};
