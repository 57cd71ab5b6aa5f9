import { ecsFacts } from "../../aws/facts/ecs.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { Rule } from "../rule.ts";

/** A variable is either a secret or not. */
export const ecsSecretAndEnvironment: Rule<"ecs-secret-and-environment"> = {
  id: "ecs-secret-and-environment",
  severity: "error",
  title: "No secret of a container has the name of one of its environment variables.",
  why: "Both become variables of the container. ECS refuses to register a task definition in which one name is both, and Terraform's plan does not know.",
  sources: [ecsFacts.ecsSecretNames],
  check({ ecs }, report) {
    for (const { containers } of ecs.taskDefinitions) {
      for (const { path, environment, secrets } of containers) {
        const variables = new Set(environment.map(({ name }) => name));
        for (const { name } of secrets) {
          if (!variables.has(name)) continue;
          report(
            atKey([...path, "secrets", name]),
            `"${name}" is in the container's environment too`,
            "take it out of environment",
          );
        }
      }
    }
  },
};
