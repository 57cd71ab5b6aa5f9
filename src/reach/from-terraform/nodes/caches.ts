import type { AddressFamily } from "../../../base/prefix.ts";
import { anyPort, tcpPort } from "../../from-network/interfaces.ts";
import type { Node } from "../../topology/nodes.ts";
import { placeOf } from "../place-of.ts";
import type { ReferenceList } from "../reading.ts";
import { referents } from "../referents.ts";
import type { TerraformResource } from "../terraform-document.ts";
import {
  anyIpv4,
  anyIpv6,
  groupsOf,
  interfacesIn,
  type NodeReading,
  nodeOf,
  subnetsOfGroup,
} from "./node-reading.ts";

/** Ports where none is named: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/accessing-elasticache.html */
const PORTS: Readonly<Record<string, number>> = { memcached: 11211, redis: 6379, valkey: 6379 };

/** The caches of a document. */
export function cachesOf(context: NodeReading): readonly Node[] {
  const { index } = context.reading;
  const inGroups = index
    .ofType("aws_elasticache_cluster", "aws_elasticache_replication_group")
    .filter((resource) => !isMember(context, resource))
    .map((resource) => {
      const subnets = subnetsOfGroup(context, resource, referents.cacheSubnetGroup, "subnet_group_name");
      return cacheNode(context, resource, subnets);
    });
  const serverless = index.ofType("aws_elasticache_serverless_cache").map((resource) => {
    const subnets = context.reading.many(resource, referents.subnet, "subnet_ids");
    return cacheNode(context, resource, subnets);
  });
  return [...inGroups, ...serverless];
}

/** A cluster of a replication group is one of its servers. */
function isMember({ reading }: NodeReading, resource: TerraformResource): boolean {
  if (resource.type !== "aws_elasticache_cluster") return false;
  return reading.fields(resource).text("replication_group_id").kind !== "none";
}

function cacheNode(context: NodeReading, resource: TerraformResource, subnets: ReferenceList): Node {
  const { reading } = context;
  const fields = reading.fields(resource);
  const type = fields.text("network_type");
  if (type.kind === "unknown")
    reading.leaveOut(resource, "its address type is known after apply", [resource.address]);
  const word = type.kind === "known" ? type.value : "ipv4";
  const families: readonly AddressFamily[] =
    word === "dual_stack" ? ["ipv4", "ipv6"] : [word === "ipv6" ? "ipv6" : "ipv4"];
  const interfaces = interfacesIn(context, resource, subnets, {
    ipv4: (subnet) => (families.includes("ipv4") ? anyIpv4(subnet) : null),
    ipv6: (subnet) => (families.includes("ipv6") ? anyIpv6(subnet) : null),
    publicIpv4: () => "no",
    publicIpv6: "no",
    securityGroups: groupsOf(context, resource, "security_group_ids"),
  });
  const [port, engine] = [fields.number("port"), fields.text("engine")];
  const byEngine = port.kind === "none" && engine.kind === "known" ? PORTS[engine.value] : undefined;
  const known = port.kind === "known" ? port.value : byEngine;
  const place = placeOf(resource);
  const listens =
    known === undefined ? anyPort(place, "the cache") : [tcpPort(place, known, families, "the cache")];
  return nodeOf(resource, "cache", interfaces, { opens: families, listens });
}
