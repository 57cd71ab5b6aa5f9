import { EgressOnlyInternetGateway } from "@cdktf/provider-aws/lib/egress-only-internet-gateway/index.js";
import { Eip } from "@cdktf/provider-aws/lib/eip/index.js";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway/index.js";
import {
  NatGateway as AwsNatGateway,
  type NatGatewayConfig,
} from "@cdktf/provider-aws/lib/nat-gateway/index.js";
import type { Construct } from "constructs";
import { invariant } from "../../base/invariant.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import type { NatGateway, NatGatewayResource } from "../../model/types/routing.ts";
import { ownershipOf } from "../existing/ownership-of.ts";
import { ReferencedNatGateway } from "../existing/referenced-nat-gateway.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import {
  type GatewaysMade,
  type Identified,
  type InternetGatewayMade,
  type Made,
  resourceFor,
  type SubnetMade,
  type VpcMade,
} from "../resources.ts";
import { waitFor } from "../wait-for.ts";

/** Makes the gateways that the network has and that are not managed outside this stack: NAT gateways in each zone. */
export function addGateways(
  scope: Construct,
  network: Network,
  { vpc }: VpcMade,
  subnets: Made<SubnetMade>,
): GatewaysMade {
  const internetGateway = network.internetGateway ? addInternetGateway(scope, network, vpc.id) : null;
  const egressOnlyInternetGateway = network.egressOnlyInternetGateway
    ? addEgressOnlyInternetGateway(scope, network, vpc.id)
    : null;
  const eips = addEips(scope, network);
  const all = network.natGateways.flatMap((natGateway) =>
    natGateway.gateways.map((gateway) => {
      const needs = { vpc, internetGateway, eips, subnets };
      const made = addNatGateway(scope, network, natGateway, gateway, needs);
      return { id: gateway.id, hasOneAddress: hasOneAddress(natGateway), made };
    }),
  );
  return {
    internetGateway,
    egressOnlyInternetGateway,
    natGateways: new Map(all.map(({ id, made }) => [id, made])),
    natGatewayAddresses: new Map(
      all.filter((one) => one.hasOneAddress).map(({ id, made }) => [id, eips.get(id) ?? made]),
    ),
  };
}

/** A private gateway has no public address, a regional one has several, which are not the blueprint's. */
function hasOneAddress({ connectivityType, tier }: NatGateway): boolean {
  return connectivityType === "public" && tier !== null;
}

function addInternetGateway(scope: Construct, network: Network, vpcId: string): InternetGatewayMade {
  const address = "aws_internet_gateway.main";
  const owner = ownershipOf(network, address);
  if (owner.kind === "external") return { id: owner.id, awaited: [] };
  const tags = withNameTag(network.awsName, {});
  const made = new InternetGateway(scope, address, { vpcId, tags });
  return { id: made.id, awaited: [made] };
}

function addEgressOnlyInternetGateway(scope: Construct, network: Network, vpcId: string): Identified {
  const address = "aws_egress_only_internet_gateway.main";
  const owner = ownershipOf(network, address);
  if (owner.kind === "external") return owner;
  const tags = withNameTag(network.awsName, {});
  return new EgressOnlyInternetGateway(scope, address, { vpcId, tags });
}

/** The addresses of public zonal gateways, by the gateway's logical id. A gateway that was there before has its own. */
function addEips(scope: Construct, network: Network): Made<Eip> {
  return new Map(
    network.natGateways.filter(hasOneAddress).flatMap(({ gateways, tags }) =>
      gateways
        .filter(({ id, allocationId }) => {
          if (allocationId !== null) return false;
          const isNew = ownershipOf(network, terraformAddress("aws_nat_gateway", id)).kind === "created";
          return isNew || ownershipOf(network, terraformAddress("aws_eip", id)).kind === "imported";
        })
        .map(({ id, displayName, place }) => [
          id,
          new Eip(scope, terraformAddress("aws_eip", id), {
            domain: "vpc",
            ...omitNull({ networkBorderGroup: place?.zone.borderGroup ?? null }),
            tags: withNameTag(displayName, tags),
          }),
        ]),
    ),
  );
}

interface NatGatewayNeeds extends Pick<GatewaysMade, "internetGateway">, Pick<VpcMade, "vpc"> {
  readonly eips: Made<Eip>;
  readonly subnets: Made<SubnetMade>;
}

function addNatGateway(
  scope: Construct,
  network: Network,
  { connectivityType, tags, zoneAddresses }: NatGateway,
  { id, place, displayName, allocationId }: NatGatewayResource,
  made: NatGatewayNeeds,
): AwsNatGateway | ReferencedNatGateway {
  const owner = ownershipOf(network, terraformAddress("aws_nat_gateway", id));
  if (owner.kind === "external") return new ReferencedNatGateway(scope, id, owner.id);
  return new AwsNatGateway(scope, terraformAddress("aws_nat_gateway", id), {
    tags: withNameTag(displayName, tags),
    ...(place === null
      ? regionalArguments(zoneAddresses, made)
      : { subnetId: resourceFor(made.subnets, place.subnet).id }),
    ...(connectivityType === "private" ? { connectivityType } : publicArguments(id, allocationId, made)),
  });
}

/** Without `availability_zone_address` AWS itself gives the gateway addresses, in the zones that need them. */
function regionalArguments(
  addresses: NatGateway["zoneAddresses"],
  { vpc }: NatGatewayNeeds,
): Partial<NatGatewayConfig> {
  return {
    vpcId: vpc.id,
    availabilityMode: "regional",
    ...omitNull({
      availabilityZoneAddress:
        addresses.length === 0
          ? null
          : addresses.map(({ zone, allocationIds }) => ({
              availabilityZone: zone.name,
              allocationIds: [...allocationIds],
            })),
    }),
  };
}

/** AWS refuses a public NAT gateway in a VPC without an internet gateway; no argument refers to it, so say it. */
function publicArguments(
  id: string,
  ownAddress: string | null,
  { internetGateway, eips }: NatGatewayNeeds,
): Partial<NatGatewayConfig> {
  invariant(internetGateway !== null, `public NAT gateway "${id}" without an internet gateway`);
  return {
    ...omitNull({ allocationId: ownAddress ?? eips.get(id)?.id ?? null }),
    ...waitFor(internetGateway.awaited),
  };
}
