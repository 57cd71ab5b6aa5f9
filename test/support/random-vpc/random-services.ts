import type { Draw } from "./drawing.ts";
import { drawBalancer, drawFleet } from "./random-balancing.ts";
import type { RandomNetwork, RandomSubnet } from "./random-network.ts";
import type { StateInMaking } from "./state-of.ts";

/** Draws hosts, load balancers, databases and endpoints, and what stands beside them. */
export function drawServices(
  draw: Draw,
  state: StateInMaking,
  network: RandomNetwork,
  groups: readonly string[],
): void {
  const { vpcId, subnets, hasInternetGateway } = network;
  const [first] = groups;
  const own = first === undefined ? [] : [first];
  for (const { id } of draw.some(subnets.slice(0, 3))) drawInstance(draw, state, id, own);
  const apart = inZonesApart(subnets);
  if (apart.length >= 2) {
    if (draw.chance(40)) drawBalancer(draw, state, vpcId, apart, own, hasInternetGateway);
    if (draw.chance(40)) drawDatabase(draw, state, apart, own);
  }
  if (draw.chance(40)) drawFleet(draw, state, subnets, own);
  if (draw.chance(30))
    state.add("aws_vpc_endpoint", "vpce", {
      vpc_id: vpcId,
      service_name: "com.amazonaws.eu-west-1.sqs",
      vpc_endpoint_type: "Interface",
      subnet_ids: apart.map(({ id }) => id),
      security_group_ids: own,
      private_dns_enabled: draw.chance(80),
    });
  drawNeighbours(draw, state, vpcId, subnets, own);
}

/** What no blueprint takes over. */
function drawNeighbours(
  draw: Draw,
  state: StateInMaking,
  vpcId: string,
  subnets: readonly RandomSubnet[],
  own: readonly string[],
): void {
  if (draw.chance(30)) {
    const zone = state.add("aws_route53_zone", "Z", { name: "drawn.internal", vpc: [{ vpc_id: vpcId }] });
    state.add("aws_route53_record", "record", {
      zone_id: zone,
      name: "db",
      type: "CNAME",
      records: ["db.example.com"],
    });
  }
  if (draw.chance(30))
    state.add("aws_vpc_peering_connection", "pcx", { vpc_id: vpcId, peer_vpc_id: "vpc-0bb" });
  if (draw.chance(30)) state.add("aws_vpn_gateway", "vgw", { vpc_id: vpcId });
  if (draw.chance(30))
    state.add("aws_efs_mount_target", "fsmt", { subnet_id: subnets[0]?.id, security_groups: own });
  if (draw.chance(30))
    state.add("aws_elasticache_subnet_group", "cache", { subnet_ids: subnets.map(({ id }) => id) });
  if (draw.chance(30))
    state.add("aws_redshift_subnet_group", "redshift", { subnet_ids: subnets.map(({ id }) => id) });
}

/** One subnet of each zone that is there. */
export function inZonesApart(subnets: readonly RandomSubnet[]): readonly RandomSubnet[] {
  return [...new Map(subnets.map((subnet) => [subnet.letter, subnet])).values()];
}

function drawInstance(draw: Draw, state: StateInMaking, subnet: string, groups: readonly string[]): void {
  const instance = state.add("aws_instance", "i", {
    subnet_id: subnet,
    instance_type: draw.oneOf("t3.micro", "m5.large", "m1.small"),
    ami: "ami-0000000000000000a",
    vpc_security_group_ids: groups,
    source_dest_check: draw.chance(90),
    tags: { Name: draw.oneOf("web", "Printer 1", "") },
  });
  if (draw.chance(30))
    state.add("aws_eip", "eipalloc", { instance, domain: "vpc", association_id: "eipassoc-0a" });
}

function drawDatabase(
  draw: Draw,
  state: StateInMaking,
  subnets: readonly RandomSubnet[],
  groups: readonly string[],
): void {
  const name = draw.oneOf("main", "main db group");
  const isHere = draw.chance(80);
  if (isHere) state.add("aws_db_subnet_group", "db", { id: name, subnet_ids: subnets.map(({ id }) => id) });
  state.add("aws_db_instance", "db", {
    identifier: "ledger",
    engine: "mysql",
    engine_version: "8.0",
    instance_class: "db.t3.small",
    allocated_storage: 20,
    storage_type: "gp3",
    username: "root",
    db_subnet_group_name: name,
    vpc_security_group_ids: groups,
  });
}
