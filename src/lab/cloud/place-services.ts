import { CannotModel } from "../stack/cannot-model.ts";
import {
  blockAt,
  flagAt,
  literalAt,
  nameAt,
  namesAt,
  neededName,
  numberAt,
  ofType,
  type Resource,
  type TerraformStack,
} from "../stack/terraform-stack.ts";
import { isDual } from "./place-hosts.ts";
import { ANYTHING, NOTHING, type Placement, tcpPorts } from "./placement.ts";

const HTTPS = 443;
/** The port that a database gets when none is written. */
const DATABASE_PORTS: readonly (readonly [engine: RegExp, port: number])[] = [
  [/postgres/, 5432],
  [/mysql|mariadb|^aurora$/, 3306],
  [/oracle/, 1521],
  [/sqlserver/, 1433],
];
const CACHE_PORTS: Readonly<Record<string, number>> = { memcached: 11211, redis: 6379, valkey: 6379 };

/** What most services have. */
export const COMMON = {
  ipv4: true,
  publicIpv4: false,
  sourceDestCheck: true,
  denyAllIgwTraffic: false,
} as const;

/** A stand-in for each database in each subnet of its group: it may stand in any of them. */
export function placeDatabases(stack: TerraformStack): readonly Placement[] {
  const instances = ofType(stack, "aws_db_instance").map((one) => database(stack, one, one));
  const members = ofType(stack, "aws_rds_cluster_instance").map((one) => {
    const name = neededName(one, "cluster_identifier");
    const cluster = ofType(stack, "aws_rds_cluster").find(({ address }) => address === name);
    if (cluster === undefined) throw new CannotModel(one.address, "its cluster is not in the stack");
    return database(stack, one, cluster);
  });
  return [...instances, ...members];
}

function database(stack: TerraformStack, one: Resource, settings: Resource): Placement {
  const group = nameAt(settings, settings.body["db_subnet_group_name"]);
  const engine = literalAt(settings, "engine") ?? "";
  const isPublic = flagAt(one, one.body["publicly_accessible"]) ?? false;
  const port = numberAt(settings, settings.body["port"]) ?? portOf(DATABASE_PORTS, engine, one);
  return {
    ...COMMON,
    address: one.address,
    subnets: subnetsOfGroup(stack, one, "aws_db_subnet_group", group),
    securityGroups: orDefault(namesAt(settings, "vpc_security_group_ids")),
    listens: tcpPorts(port),
    ipv6: isDual(settings, "network_type"),
    publicIpv4: isPublic,
    denyAllIgwTraffic: !isPublic,
  };
}

function portOf(
  ports: readonly (readonly [RegExp, number])[],
  engine: string,
  { address }: Resource,
): number {
  const port = ports.find(([pattern]) => pattern.test(engine))?.[1];
  if (port === undefined) throw new CannotModel(address, `unknown port of engine ${JSON.stringify(engine)}`);
  return port;
}

/** A stand-in for each cache in each subnet of its group. */
export function placeCaches(stack: TerraformStack): readonly Placement[] {
  const caches = [
    ...ofType(stack, "aws_elasticache_cluster"),
    ...ofType(stack, "aws_elasticache_replication_group"),
  ];
  return caches.map((cache) => {
    const port = numberAt(cache, cache.body["port"]) ?? CACHE_PORTS[literalAt(cache, "engine") ?? ""] ?? null;
    if (port === null) throw new CannotModel(cache.address, "unknown port of its engine");
    const group = nameAt(cache, cache.body["subnet_group_name"]);
    return {
      ...COMMON,
      address: cache.address,
      subnets: subnetsOfGroup(stack, cache, "aws_elasticache_subnet_group", group),
      securityGroups: orDefault(namesAt(cache, "security_group_ids")),
      listens: tcpPorts(port),
      ipv4: literalAt(cache, "network_type") !== "ipv6",
      ipv6: isDual(cache, "network_type"),
      denyAllIgwTraffic: true,
    };
  });
}

function subnetsOfGroup(
  stack: TerraformStack,
  asker: Resource,
  type: string,
  name: string | null,
): readonly string[] {
  const group = ofType(stack, type).find(({ address }) => address === name);
  if (group === undefined)
    throw new CannotModel(asker.address, `its subnet group ${name} is not in the stack`);
  return namesAt(group, "subnet_ids");
}

/** A stand-in for each function in a VPC in each of its subnets: it only begins connections. */
export function placeFunctions(stack: TerraformStack): readonly Placement[] {
  return ofType(stack, "aws_lambda_function").flatMap((one): readonly Placement[] => {
    const vpc = blockAt(one, "vpc_config");
    if (vpc === null) return [];
    const block = { ...one, body: vpc };
    return [
      {
        ...COMMON,
        address: one.address,
        subnets: namesAt(block, "subnet_ids"),
        securityGroups: namesAt(block, "security_group_ids"),
        listens: NOTHING,
        ipv6: flagAt(one, vpc["ipv6_allowed_for_dual_stack"]) ?? false,
      },
    ];
  });
}

/** The interfaces of Kubernetes control planes, and the pods of Fargate profiles. */
export function placeClusters(stack: TerraformStack): readonly Placement[] {
  const clusters = ofType(stack, "aws_eks_cluster").map((cluster) => {
    const vpc = { ...cluster, body: blockAt(cluster, "vpc_config") ?? {} };
    return {
      ...COMMON,
      address: cluster.address,
      subnets: namesAt(vpc, "subnet_ids"),
      securityGroups: [`${cluster.address}#cluster`, ...namesAt(vpc, "security_group_ids")],
      listens: tcpPorts(HTTPS),
      ipv6: blockAt(cluster, "kubernetes_network_config")?.["ip_family"] === "ipv6",
    };
  });
  const pods = ofType(stack, "aws_eks_fargate_profile").map((profile) => ({
    ...COMMON,
    address: profile.address,
    subnets: namesAt(profile, "subnet_ids"),
    securityGroups: [`${neededName(profile, "cluster_name")}#cluster`],
    listens: ANYTHING,
    ipv6: true,
  }));
  return [...clusters, ...pods];
}

/** The VPC's default group where there is no other. */
export function orDefault(groups: readonly string[]): Placement["securityGroups"] {
  return groups.length === 0 ? "default" : groups;
}
