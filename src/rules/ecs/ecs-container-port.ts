import { ecsFacts } from "../../aws/facts/ecs.ts";
import { placedServices } from "../../model/ecs/ecs-lookup.ts";
import type { Rule } from "../rule.ts";

/** A target group sends to a port on which the container listens. */
export const ecsContainerPort: Rule<"ecs-container-port"> = {
  id: "ecs-container-port",
  severity: "error",
  title: "A target group sends to one of the container's ports.",
  why: "ECS registers the tasks' addresses with the port that the service names, and refuses to make a service whose task definition does not have that port.",
  sources: [ecsFacts.ecsContainerPortIsMapped],
  check(network, report) {
    for (const { service, task } of placedServices(network)) {
      for (const { path, containerName, containerPort } of service.loadBalancers) {
        const ports = task.containers.find(({ name }) => name === containerName)?.ports ?? [];
        if (ports.includes(containerPort)) continue;
        report(
          [...path, "containerPort"],
          `container "${containerName}" of task definition "${task.name}" has no port ${containerPort}`,
          ports.length === 0 ? `write ports: [${containerPort}] there` : `it has ${ports.join(", ")}`,
        );
      }
    }
  },
};
