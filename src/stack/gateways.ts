import { EgressOnlyInternetGateway } from "@cdktf/provider-aws/lib/egress-only-internet-gateway/index.js";
import { Eip } from "@cdktf/provider-aws/lib/eip/index.js";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway/index.js";
import { NatGateway as AwsNatGateway } from "@cdktf/provider-aws/lib/nat-gateway/index.js";
import type { Subnet } from "@cdktf/provider-aws/lib/subnet/index.js";
import type { Construct } from "constructs";
import { invariant } from "../base/invariant.ts";
import type { Network } from "../model/types/network.ts";
import type { NatGateway, ZonalNatGateway } from "../model/types/routing.ts";
import { type GatewaysMade, type Made, madeFor, type VpcMade } from "./made.ts";
import { withNameTag } from "./name-tag.ts";

/** Makes the internet gateways that the network has, and its NAT gateways in each zone. */
export function addGateways(
  scope: Construct,
  network: Network,
  { vpc }: VpcMade,
  subnets: Made<Subnet>,
): GatewaysMade {
  const settings = { vpcId: vpc.id, tags: withNameTag(network.name, {}) };
  const internetGateway = network.internetGateway
    ? new InternetGateway(scope, "aws_internet_gateway.main", settings)
    : null;
  const egressOnlyInternetGateway = network.egressOnlyInternetGateway
    ? new EgressOnlyInternetGateway(scope, "aws_egress_only_internet_gateway.main", settings)
    : null;
  const natGatewayEips = addEips(scope, network);
  const natGateways = new Map(
    network.natGateways.flatMap((natGateway) =>
      natGateway.gateways.map((zonal) => {
        const made = { internetGateway, natGatewayEips, subnets };
        return [zonal.id, addNatGateway(scope, natGateway, zonal, made)];
      }),
    ),
  );
  return { internetGateway, egressOnlyInternetGateway, natGateways, natGatewayEips };
}

function addEips(scope: Construct, network: Network): Made<Eip> {
  const publicOnes = network.natGateways.filter(({ connectivityType }) => connectivityType === "public");
  return new Map(
    publicOnes.flatMap(({ gateways, tags }) =>
      gateways.map(({ id, displayName }) => [
        id,
        new Eip(scope, `aws_eip.${id}`, { domain: "vpc", tags: withNameTag(displayName, tags) }),
      ]),
    ),
  );
}

interface NatGatewayNeeds extends Pick<GatewaysMade, "internetGateway" | "natGatewayEips"> {
  readonly subnets: Made<Subnet>;
}

function addNatGateway(
  scope: Construct,
  { connectivityType, tags }: NatGateway,
  { id, subnet, displayName }: ZonalNatGateway,
  made: NatGatewayNeeds,
): AwsNatGateway {
  return new AwsNatGateway(scope, `aws_nat_gateway.${id}`, {
    subnetId: madeFor(made.subnets, subnet).id,
    tags: withNameTag(displayName, tags),
    ...(connectivityType === "private" ? { connectivityType } : publicArguments(id, made)),
  });
}

/** AWS refuses a public NAT gateway in a VPC without an internet gateway; no argument refers to it, so say it. */
function publicArguments(id: string, { internetGateway, natGatewayEips }: NatGatewayNeeds) {
  invariant(internetGateway !== null, `public NAT gateway "${id}" without an internet gateway`);
  return { allocationId: madeFor(natGatewayEips, id).id, dependsOn: [internetGateway] };
}
