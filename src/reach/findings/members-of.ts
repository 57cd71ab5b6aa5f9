import { groupsOf } from "../topology/groups-of.ts";
import type { Node } from "../topology/nodes.ts";
import type { TopologyIndex } from "../walk/index-topology.ts";
import { once } from "../walk/index-topology.ts";

/** The nodes that have the security group. */
export function membersOf(index: TopologyIndex, group: string): readonly Node[] {
  return once(index, "members of groups", group, () =>
    index.topology.nodes.filter((node) => groupsOf(node).has(group)),
  );
}
