import { ecsFacts } from "../../aws/facts/ecs.ts";
import type { Rule } from "../rule.ts";

/** A health check says how its command is run. */
export const ecsHealthCheckCommand: Rule<"ecs-health-check-command"> = {
  id: "ecs-health-check-command",
  severity: "warning",
  title: "The command of a container's health check begins with CMD or CMD-SHELL.",
  why: "ECS documents that the first word says whether the rest is run as it is (CMD) or as one line by the container's shell (CMD-SHELL). Other forms are in use, with a container's own program as the only word, and run on Fargate; nothing promises that they go on.",
  sources: [ecsFacts.ecsHealthCheckCommand],
  check({ ecs }, report) {
    for (const { containers } of ecs.taskDefinitions) {
      for (const { path, healthCheck } of containers) {
        const first = healthCheck?.command[0];
        if (first === undefined || first === "CMD" || first === "CMD-SHELL") continue;
        report(
          [...path, "healthCheck", "command"],
          `the health check begins with "${first}"`,
          'write ["CMD-SHELL", "curl -f http://localhost:8080/ || exit 1"], or the words after "CMD"',
        );
      }
    }
  },
};
