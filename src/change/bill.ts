import { listOf, textOf } from "../base/untrusted-json.ts";
import type { Bill, Body, StackOutput } from "./types.ts";

/** What AWS charges for by the hour beside addresses, so far as the resources of a stack decide it. */
export function billOf({ resources }: StackOutput): Bill {
  const all = [...resources].map(([address, body]) => ({ type: address.split(".", 1)[0], body }));
  const count = (type: string, countOf: (body: Body) => number) =>
    all.filter((one) => one.type === type).reduce((sum, { body }) => sum + countOf(body), 0);
  const zones = new Set(
    all.flatMap(({ type, body }) => (type === "aws_subnet" ? [textOf(body["availability_zone"])] : [])),
  );
  return {
    // A regional one costs the hours of one gateway in each zone.
    natGateways: count("aws_nat_gateway", ({ availability_mode: mode }) =>
      mode === "regional" ? zones.size : 1,
    ),
    interfaceEndpointZones: count("aws_vpc_endpoint", (body) =>
      body["vpc_endpoint_type"] === "Interface" ? listOf(body["subnet_ids"]).length : 0,
    ),
    transitGatewayAttachments: count("aws_ec2_transit_gateway_vpc_attachment", () => 1),
    networkFirewallEndpoints: count(
      "aws_networkfirewall_firewall",
      (body) => listOf(body["subnet_mapping"]).length,
    ),
  };
}
