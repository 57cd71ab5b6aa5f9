import { at, listAt } from "../json.ts";
import type { Asked, Fact } from "./network-facts.ts";

/** Load balancers with their listeners, target groups with what is registered in them. */
export function balancingFacts(
  asked: Asked,
  answers: { readonly listeners: readonly unknown[]; readonly health: readonly unknown[] },
): readonly Fact[] {
  return [
    ...listAt(asked.answer("load_balancers"), "LoadBalancers").flatMap((one, index) =>
      factsOfBalancer(asked, one, answers.listeners[index]),
    ),
    ...listAt(asked.answer("target_groups"), "TargetGroups").flatMap((group, index) =>
      listAt(answers.health[index], "TargetHealthDescriptions").map(
        (target): Fact => [
          "ipv4",
          `${asked.name(at(group, "TargetGroupArn"))} has ${asked.name(at(target, "Target", "Id"))}`,
        ],
      ),
    ),
  ];
}

function factsOfBalancer(asked: Asked, balancer: unknown, listeners: unknown): readonly Fact[] {
  const name = asked.name(at(balancer, "LoadBalancerArn"));
  const subnets = listAt(balancer, "AvailabilityZones").map((zone) => asked.name(at(zone, "SubnetId")));
  return [
    ["ipv4", `${name} is ${at(balancer, "State", "Code")} in ${subnets.sort().join(" ")}`],
    ["given", `${name} is at ${at(balancer, "DNSName")}`],
    ...(at(balancer, "IpAddressType") === "dualstack" ? [["ipv6", `${name} is dual-stack`] as const] : []),
    ...listAt(listeners, "Listeners").map((listener): Fact => {
      const group = asked.name(at(listener, "DefaultActions", 0, "TargetGroupArn"));
      return ["ipv4", `${name} ${at(listener, "Protocol")} ${at(listener, "Port")} -> ${group}`];
    }),
  ];
}
