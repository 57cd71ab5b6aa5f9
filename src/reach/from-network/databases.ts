import { portOfEngine } from "../../aws/database-ports.ts";
import { invariant } from "../../base/invariant.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Cache } from "../../model/types/elasticache.ts";
import type { Database, DatabaseCluster, DatabaseInstance } from "../../model/types/rds.ts";
import type { ServiceSubnets } from "../../model/types/service-subnets.ts";
import type { Node } from "../topology/nodes.ts";
import type { Answer } from "../topology/topology.ts";
import { anyPort, interfacesIn, isPrivate, tcpPort } from "./interfaces.ts";
import { answer, at, type NetworkContext, type Parts } from "./network-context.ts";
import { groupsOrDefault } from "./security-groups.ts";

/** The RDS instances. */
export function databaseInstancesOf(context: NetworkContext): Parts {
  return {
    nodes: context.network.rds.instances.map((database: DatabaseInstance) =>
      databaseNode(context, "aws_db_instance", database, answer(database.publiclyAccessible)),
    ),
  };
}

/** The Aurora clusters: one node for all servers of one. */
export function databaseClustersOf(context: NetworkContext): Parts {
  return {
    nodes: context.network.rds.clusters.map((cluster: DatabaseCluster) => {
      const isPublic = cluster.instances.some(({ publiclyAccessible }) => publiclyAccessible);
      return databaseNode(context, "aws_rds_cluster", cluster, answer(isPublic));
    }),
  };
}

function databaseNode(context: NetworkContext, type: string, database: Database, isPublic: Answer): Node {
  const { name, path, engine, networkType, securityGroups, subnetGroup } = database;
  const families: readonly AddressFamily[] = networkType === "DUAL" ? ["ipv4", "ipv6"] : ["ipv4"];
  const port = database.port ?? portOfEngine(engine);
  const place = at(path);
  return {
    id: terraformAddress(type, name),
    kind: "database",
    name,
    place,
    interfaces: interfacesIn(context, subnetsOf(context.network.rds.subnetGroups, subnetGroup), {
      ipv4: true,
      ipv6: () => families.includes("ipv6"),
      publicIpv4: () => isPublic,
      // No source tells whether a public database with both families is open to the internet over IPv6.
      publicIpv6: isPublic === "no" ? "no" : "unknown",
      securityGroups: groupsOrDefault(context.network, securityGroups),
    }),
    listens:
      port === null ? anyPort(place, "the database") : [tcpPort(place, port, families, "the database")],
    opens: families,
    system: "aws",
    forwards: "no",
    names: [],
    intents: [],
  };
}

/** The Memcached clusters. */
export function cacheClustersOf(context: NetworkContext): Parts {
  const { clusters } = context.network.elasticache;
  return { nodes: clusters.map((cache) => cacheNode(context, "aws_elasticache_cluster", cache)) };
}

/** The Valkey and Redis groups. */
export function replicationGroupsOf(context: NetworkContext): Parts {
  const { replicationGroups } = context.network.elasticache;
  return {
    nodes: replicationGroups.map((cache) => cacheNode(context, "aws_elasticache_replication_group", cache)),
  };
}

function cacheNode(context: NetworkContext, type: string, cache: Cache): Node {
  const { name, path, port, networkType, securityGroups, subnetGroup } = cache;
  const families: readonly AddressFamily[] = networkType === "dual_stack" ? ["ipv4", "ipv6"] : [networkType];
  return {
    id: terraformAddress(type, name),
    kind: "cache",
    name,
    place: at(path),
    interfaces: interfacesIn(context, subnetsOf(context.network.elasticache.subnetGroups, subnetGroup), {
      ipv4: families.includes("ipv4"),
      ipv6: () => families.includes("ipv6"),
      publicIpv4: isPrivate,
      publicIpv6: "no",
      securityGroups: groupsOrDefault(context.network, securityGroups),
    }),
    listens: [tcpPort(at(path), port, families, "the cache")],
    opens: families,
    system: "aws",
    forwards: "no",
    names: [],
    intents: [],
  };
}

function subnetsOf(groups: readonly ServiceSubnets[], name: string): readonly string[] {
  const group = groups.find((one) => one.name === name);
  invariant(group !== undefined, `no subnet group ${name}`);
  return group.subnets;
}
