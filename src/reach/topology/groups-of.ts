import type { Node } from "./nodes.ts";

/** The ids of the security groups on a node's interfaces, each once. */
export function groupsOf({ interfaces }: Pick<Node, "interfaces">): ReadonlySet<string> {
  return new Set(interfaces.flatMap(({ securityGroups }) => securityGroups ?? []));
}
