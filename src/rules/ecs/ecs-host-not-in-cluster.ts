import { ecsFacts } from "../../aws/facts/ecs.ts";
import { atKey } from "../../base/diagnostic.ts";
import { placedServices } from "../../model/ecs/ecs-lookup.ts";
import type { Host } from "../../model/types/compute.ts";
import type { Rule } from "../rule.ts";

/** The operating system that comes with the ECS agent. */
const ECS_OS = "amazon-linux-2023-ecs";

/** Hosts of a service are in its cluster. */
export const ecsHostNotInCluster: Rule<"ecs-host-not-in-cluster"> = {
  id: "ecs-host-not-in-cluster",
  severity: "warning",
  title: "The hosts of a service have the ECS agent and name its cluster.",
  why: "A service on EC2 waits for hosts in its cluster. A host joins by its ECS agent, which the ECS-optimised images have, and the agent joins the cluster that ECS_CLUSTER names, or one named default. Otherwise the tasks are never placed, and nothing says why. Images given by ami are not looked into.",
  sources: [ecsFacts.ecsAgentJoinsNamedCluster],
  check(network, report) {
    for (const { service, hosts } of placedServices(network)) {
      const cluster = network.ecs.clusters.find(({ name }) => name === service.cluster);
      if (hosts === null || cluster === undefined) continue;
      const { host, name } = hosts;
      if (host.os !== null && host.os !== ECS_OS) {
        const message = `hosts of auto scaling group "${name}" have no ECS agent, but service "${service.name}" runs on them`;
        report(atKey([...host.path, "os"]), message, `write os: ${ECS_OS}`);
      }
      if (joins(host, cluster.displayName)) continue;
      report(
        atKey([...host.path, "userData"]),
        `hosts of auto scaling group "${name}" do not join cluster "${service.cluster}" of service "${service.name}"`,
        `write into userData: echo 'ECS_CLUSTER=${cluster.displayName}' >> /etc/ecs/ecs.config`,
      );
    }
  },
};

function joins({ userData }: Host, cluster: string): boolean {
  const named = [...(userData?.matchAll(/ECS_CLUSTER=["']?([\w-]+)/g) ?? [])].map((match) => match[1]);
  return named.includes(cluster);
}
