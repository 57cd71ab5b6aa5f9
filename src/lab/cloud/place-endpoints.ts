import { literalAt, namesAt, neededName, ofType, type TerraformStack } from "../stack/terraform-stack.ts";
import { NOTHING, type Placement, tcpPorts } from "./placement.ts";

const HTTPS = 443;
/** They answer and forward nothing, and the internet gateway carries nothing of them. */
const COMMON = { ipv4: true, publicIpv4: false, sourceDestCheck: true, denyAllIgwTraffic: true } as const;

/** The interfaces of interface endpoints, and those of EC2 Instance Connect endpoints. */
export function placeEndpoints(stack: TerraformStack): readonly Placement[] {
  const endpoints = ofType(stack, "aws_vpc_endpoint").filter(
    (one) => literalAt(one, "vpc_endpoint_type") === "Interface",
  );
  const connect = ofType(stack, "aws_ec2_instance_connect_endpoint");
  return [
    ...endpoints.map((one) => ({
      ...COMMON,
      address: one.address,
      subnets: namesAt(one, "subnet_ids"),
      securityGroups: orDefault(namesAt(one, "security_group_ids")),
      listens: tcpPorts(HTTPS),
      ipv4: literalAt(one, "ip_address_type") !== "ipv6",
      ipv6: ["ipv6", "dualstack"].includes(literalAt(one, "ip_address_type") ?? ""),
    })),
    ...connect.map((one) => ({
      ...COMMON,
      address: one.address,
      subnets: [neededName(one, "subnet_id")],
      securityGroups: orDefault(namesAt(one, "security_group_ids")),
      listens: NOTHING,
      ipv6: true,
    })),
  ];
}

function orDefault(groups: readonly string[]): Placement["securityGroups"] {
  return groups.length === 0 ? "default" : groups;
}
