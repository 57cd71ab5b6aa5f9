import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { familyName } from "../../base/family-name.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type { Node } from "../topology/nodes.ts";
import type { TopologyIndex } from "./index-topology.ts";
import type { Hop, Query } from "./trace.ts";
import { unlessLeftOut } from "./unless-left-out.ts";

/** What a call comes to. */
type Asked = Pick<Query, "protocol" | "port"> & { readonly family: AddressFamily };

const HTTPS = 443;

/** What every service of AWS takes is HTTPS; which other ports one takes behind its endpoint is its own affair. */
function isUnheardOf({ kind }: Node, protocol: Asked["protocol"], port: number): boolean {
  return kind === "vpc-endpoint" && !(protocol === "tcp" && port === HTTPS);
}

/** Whether the node takes connections on the port. */
export function listenerHop(index: TopologyIndex, node: Node, { protocol, port, family }: Asked): Hop {
  const { id, system } = node;
  const hop = { kind: "listener", direction: "there", what: id } as const;
  if (protocol === "icmp") {
    const isHost = system !== "aws";
    return {
      ...hop,
      passes: isHost ? "yes" : "unknown",
      reason: isHost ? `${id} answers echo requests` : `whether ${id} answers echo requests is not known`,
      place: node.place,
      facts: [reachabilityFacts.securityGroupsUnite],
    };
  }
  const onPort = node.listens.filter(
    (one) => one.protocol === protocol && one.from <= port && port <= one.to,
  );
  const own = onPort.find(({ families }) => families.includes(family));
  if (own !== undefined && isUnheardOf(node, protocol, port))
    return {
      ...hop,
      passes: "unknown",
      reason: `whether the service behind ${id} takes ${protocol} ${port} is not known`,
      place: own.place,
      facts: [],
    };
  const word = familyName(family);
  const where = `${protocol} ${port} over ${word}`;
  const found: Hop = {
    ...hop,
    passes: own === undefined ? "no" : "yes",
    reason: own === undefined ? `${id} does not listen on ${where}` : `${own.what} of ${id} takes ${where}`,
    place: (own ?? onPort[0])?.place ?? node.place,
    facts: [],
  };
  return unlessLeftOut(index, [id], found);
}
