import type { OutputType, OutputValue, ValueKind, VpcAttribute } from "../types/outputs.ts";
import { OUTPUT_KINDS } from "./output-kinds.ts";

const OF_VPC: Readonly<Record<VpcAttribute, ValueKind>> = {
  id: "VPC id",
  arn: "ARN",
  ownerId: "account id",
  ipv4CidrBlock: "IPv4 block",
  ipv6CidrBlock: "IPv6 block",
};

/** What an output of that value is. */
export function outputType(value: OutputValue): OutputType {
  switch (value.kind) {
    case "vpc":
      return { of: OF_VPC[value.attribute], shape: "one" };
    case "internetGatewayId":
      return { of: "internet gateway id", shape: "one" };
    case "egressOnlyInternetGatewayId":
      return { of: "egress-only internet gateway id", shape: "one" };
    default:
      return OUTPUT_KINDS[value.kind].type;
  }
}
