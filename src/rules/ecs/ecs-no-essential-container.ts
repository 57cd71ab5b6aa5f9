import { ecsFacts } from "../../aws/facts/ecs.ts";
import type { Rule } from "../rule.ts";

/** A task lives as long as a container that it cannot do without. */
export const ecsNoEssentialContainer: Rule<"ecs-no-essential-container"> = {
  id: "ecs-no-essential-container",
  severity: "error",
  title: "A task definition has a container that is essential.",
  why: "When an essential container stops, so does the task. ECS refuses a task definition of which no container is essential, and Terraform's plan does not know.",
  sources: [ecsFacts.ecsEssentialContainer],
  check({ ecs }, report) {
    for (const { path, containers } of ecs.taskDefinitions) {
      if (containers.some(({ essential }) => essential)) continue;
      report(
        [...path, "containers"],
        "none of the containers is essential",
        "take essential: false from the main one",
      );
    }
  },
};
