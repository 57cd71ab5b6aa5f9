import type { Node } from "../topology/nodes.ts";

/** True for what runs software of the author's, which may call anybody: no balancer, database or endpoint does. */
export function callsOut({ kind }: Pick<Node, "kind">): boolean {
  return !SERVERS.includes(kind);
}

const SERVERS: readonly Node["kind"][] = [
  "cache",
  "database",
  "eks-cluster",
  "instance-connect-endpoint",
  "load-balancer",
  "resolver-endpoint",
  "vpc-endpoint",
];
