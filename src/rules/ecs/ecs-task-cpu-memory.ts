import { ecsFacts } from "../../aws/facts/ecs.ts";
import { type FargateSize, fargateSize, fargateSizes } from "../../aws/fargate-sizes.ts";
import type { Rule } from "../rule.ts";

/** Fargate takes certain pairs of CPU and memory only. */
export const ecsTaskCpuMemory: Rule<"ecs-task-cpu-memory"> = {
  id: "ecs-task-cpu-memory",
  severity: "error",
  title: "A task definition for Fargate has a pair of cpu and memory that Fargate takes.",
  why: "ECS refuses to register any other pair for Fargate: no Fargate configuration exists for given values. On EC2 any pair will do, but a task definition that services run on both has to fit Fargate.",
  sources: [ecsFacts.fargateCpuAndMemory],
  check(network, report) {
    for (const { name, path, cpu, memory, launchTypes } of network.ecs.taskDefinitions) {
      if (!launchTypes.includes("FARGATE")) continue;
      const size = fargateSize(cpu);
      if (size === null) {
        const known = fargateSizes.map((candidate) => candidate.cpu).join(", ");
        report([...path, "cpu"], `Fargate has no ${cpu} CPU units: task "${name}"`, `it has ${known}`);
      } else if (!size.memory.includes(memory)) {
        const message = `Fargate has no ${memory} MiB with ${cpu} CPU units: task "${name}"`;
        report([...path, "memory"], message, `with ${cpu} it has ${amounts(size)}`);
      }
    }
  },
};

function amounts({ memory, step }: FargateSize): string {
  if (step === null) return memory.join(", ");
  return `${memory[0]} to ${memory.at(-1)} in steps of ${step}`;
}
