import { listOf, textOf, valueIn } from "../base/untrusted-json.ts";
import type { Body, StackOutput } from "./types.ts";

/**
 * The public IPv4 addresses that the resources of a stack have for certain. Hosts of auto scaling groups and tasks come and go,
 * and are not counted.
 */
export function countPublicIpv4({ resources }: StackOutput): number {
  const counts = [...resources].map(([address, body]) =>
    countOf(address.slice(0, address.indexOf(".")), body, resources),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

function countOf(type: string, body: Body, resources: StackOutput["resources"]): number {
  switch (type) {
    case "aws_eip":
      // Addresses that the owner brought cost nothing.
      return body["public_ipv4_pool"] === undefined ? 1 : 0;
    case "aws_lb":
      return countOfBalancer(body);
    case "aws_instance":
      return hasAddress(body, resources) ? 1 : 0;
    case "aws_db_instance":
    case "aws_rds_cluster_instance":
      return body["publicly_accessible"] === true ? 1 : 0;
    default:
      // A NAT gateway has Elastic IPs, counted above.
      return 0;
  }
}

/** One in each subnet; an Elastic IP is counted by itself. */
function countOfBalancer(body: Body): number {
  // What reaches a Gateway Load Balancer comes through its endpoints.
  if (body["load_balancer_type"] === "gateway") return 0;
  if (body["internal"] === true || body["ip_address_type"] === "dualstack-without-public-ipv4") return 0;
  const mapped = listOf(body["subnet_mapping"]).filter((one) => valueIn(one, "allocation_id") === undefined);
  return listOf(body["subnets"]).length + mapped.length;
}

/** An instance that says nothing gets an address where its subnet gives one to each. */
function hasAddress(body: Body, resources: StackOutput["resources"]): boolean {
  const asked = body["associate_public_ip_address"];
  if (asked !== undefined) return asked === true;
  const subnet = /^\$\{(aws_subnet\.[\w-]+)\.id\}$/.exec(textOf(body["subnet_id"]) ?? "")?.[1];
  return subnet !== undefined && resources.get(subnet)?.["map_public_ip_on_launch"] === true;
}
