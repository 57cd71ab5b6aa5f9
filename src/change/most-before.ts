import { ignoredIn, valueAt } from "./ignored-arguments.ts";
import type { Body, StackOutput } from "./types.ts";

/** Where a type writes the most hosts that it may have. */
const MOST: Readonly<Record<string, string>> = {
  aws_autoscaling_group: "max_size",
  aws_eks_node_group: "scaling_config.max_size",
};

/** The most hosts or tasks that a resource may have had; infinite where the stack does not say. */
export function mostBefore(type: string, address: string, { resources }: StackOutput): number {
  if (type !== "aws_ecs_service") return writtenAt(resources.get(address), MOST[type]);
  const target = [...resources].find(
    ([other, { resource_id: id }]) =>
      other.startsWith("aws_appautoscaling_target.") && `${id}`.includes(`\${${address}.name}`),
  );
  return writtenAt(target?.[1], "max_capacity");
}

/** What a schedule changes in AWS is not what is written. */
function writtenAt(body: Body | undefined, path: string | undefined): number {
  if (body === undefined || path === undefined || ignoredIn(body).has(path)) return Number.POSITIVE_INFINITY;
  const most = valueAt(body, path);
  return typeof most === "number" ? most : Number.POSITIVE_INFINITY;
}
