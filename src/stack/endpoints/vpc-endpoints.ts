import {
  VpcEndpoint,
  type VpcEndpointConfig,
  type VpcEndpointDnsOptions,
} from "@cdktf/provider-aws/lib/vpc-endpoint/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import type { VpcEndpoint as Endpoint, VpcEndpointType } from "../../model/types/vpc-endpoints.ts";
import { fixedAddress } from "../addressing/fixed-address.ts";
import { rulesOfGroups } from "../filtering/rules-of-groups.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import { type NetworkMade, resourceFor } from "../resources.ts";
import { waitFor } from "../wait-for.ts";

type EndpointNeeds = Pick<
  NetworkMade,
  "vpc" | "subnets" | "routeTables" | "securityGroups" | "securityGroupRules"
>;

type OfKind<K extends VpcEndpointType["kind"]> = Extract<VpcEndpointType, { kind: K }>;

/** Makes the VPC endpoints. */
export function addVpcEndpoints(scope: Construct, network: Network, made: EndpointNeeds): void {
  const add = (endpoint: Endpoint, args: Partial<VpcEndpointConfig>) =>
    new VpcEndpoint(scope, terraformAddress("aws_vpc_endpoint", endpoint.name), {
      vpcId: made.vpc.id,
      serviceName: endpoint.serviceName,
      ipAddressType: endpoint.ipAddressType,
      ...omitNull({ dnsOptions: dnsOptionsOf(endpoint), policy: endpoint.policy }),
      ...args,
      tags: withNameTag(endpoint.displayName, endpoint.tags),
    });
  const gateways = network.vpcEndpoints.flatMap((endpoint) =>
    endpoint.type.kind === "gateway"
      ? [{ service: endpoint.serviceName, made: add(endpoint, gatewayArguments(endpoint.type, made)) }]
      : [],
  );
  for (const endpoint of network.vpcEndpoints) {
    const { type, serviceName } = endpoint;
    if (type.kind === "gateway") continue;
    const first = type.privateDnsOnlyForInboundResolverEndpoint
      ? gateways.filter(({ service }) => service === serviceName).map((gateway) => gateway.made)
      : [];
    add(endpoint, {
      ...interfaceArguments(type, made),
      ...waitFor([...rulesOfGroups(made, type.securityGroups), ...first]),
    });
  }
}

function dnsOptionsOf({ dnsRecordIpType, service, type }: Endpoint): VpcEndpointDnsOptions | null {
  // AWS's own default is true for S3, and refused where there is no gateway endpoint; elsewhere there is nothing to say.
  const isSaid =
    type.kind === "interface" && (service === "s3" || type.privateDnsOnlyForInboundResolverEndpoint);
  if (dnsRecordIpType === null && !isSaid) return null;
  return omitNull({
    dnsRecordIpType,
    privateDnsOnlyForInboundResolverEndpoint: isSaid ? type.privateDnsOnlyForInboundResolverEndpoint : null,
  });
}

function gatewayArguments(type: OfKind<"gateway">, made: EndpointNeeds): Partial<VpcEndpointConfig> {
  return {
    vpcEndpointType: "Gateway",
    routeTableIds: type.routeTables.map((id) => resourceFor(made.routeTables, id).id),
  };
}

function interfaceArguments(type: OfKind<"interface">, made: EndpointNeeds): Partial<VpcEndpointConfig> {
  return {
    vpcEndpointType: "Interface",
    subnetIds: type.subnets.map((id) => resourceFor(made.subnets, id).id),
    ...(type.configurations.length > 0 && { subnetConfiguration: configurationsOf(type, made) }),
    securityGroupIds: type.securityGroups.map((name) => resourceFor(made.securityGroups, name).id),
    privateDnsEnabled: type.privateDnsEnabled,
  };
}

function configurationsOf({ configurations }: OfKind<"interface">, { subnets }: EndpointNeeds) {
  return configurations.map(({ subnet: id, ipv4, ipv6 }) => {
    const subnet = resourceFor(subnets, id);
    return {
      subnetId: subnet.id,
      ...omitNull({ ipv4, ipv6: ipv6 === null ? null : fixedAddress(ipv6, subnet.ipv6CidrBlock) }),
    };
  });
}
