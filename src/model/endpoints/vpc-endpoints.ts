import {
  endpointServiceName,
  SERVICES_WITHOUT_IPV6_ENDPOINT,
  shortServiceName,
} from "../../aws/vpc-endpoint-services.ts";
import { invariant } from "../../base/invariant.ts";
import type { Path } from "../../base/path.ts";
import type { Blueprint, VpcEndpoint as WrittenEndpoint } from "../../blueprint/blueprint.generated.ts";
import { type Context, sortedEntries } from "../context.ts";
import type { Declared } from "../declared.ts";
import { awsStackName, displayName } from "../names.ts";
import { knownNames, knownTiers } from "../references.ts";
import type { Tier } from "../types/subnets.ts";
import type { EndpointAddressType, VpcEndpoint, VpcEndpointType } from "../types/vpc-endpoints.ts";
import { normaliseSubnetConfigurations } from "./subnet-configurations.ts";

/** The VPC endpoints, sorted by name; unknown tiers and security groups are reported and left out. */
export function normaliseVpcEndpoints(
  context: Context,
  blueprint: Blueprint,
  declared: Declared,
): readonly VpcEndpoint[] {
  return sortedEntries(blueprint.network.vpcEndpoints).map(([name, written]): VpcEndpoint => {
    const path: Path = ["network", "vpcEndpoints", name];
    const serviceName = endpointServiceName(written.service, blueprint.region);
    const service = shortServiceName(serviceName, blueprint.region);
    const { tiers, type } = normaliseType(context, written, path, declared);
    const ipAddressType = written.ipAddressType ?? typeThatFits(service, tiers);
    return {
      name,
      path,
      displayName: displayName(awsStackName(blueprint), name),
      serviceName,
      service,
      ipAddressType,
      dnsRecordIpType: written.dnsRecordIpType ?? (type.kind === "interface" ? ipAddressType : null),
      policy: written.policy ?? null,
      tiers: tiers.map((tier) => tier.name),
      type,
      tags: written.tags,
    };
  });
}

function normaliseType(
  context: Context,
  { type }: WrittenEndpoint,
  path: Path,
  declared: Declared,
): { readonly tiers: readonly Tier[]; readonly type: VpcEndpointType } {
  if (type.gateway !== undefined) {
    const at = [...path, "type", "gateway", "routeTables"];
    const tiers = knownTiers(context, type.gateway.routeTables, declared.tiers, at);
    const names = tiers.map(({ routeTable }) => routeTable);
    const tables = declared.routeTables.filter(({ tier }) => names.includes(tier));
    return { tiers, type: { kind: "gateway", routeTables: tables.map(({ id }) => id) } };
  }
  invariant(type.interface !== undefined, "a VPC endpoint without a kind passed the schema");
  const { subnets, securityGroups: groups } = type.interface;
  const at = [...path, "type", "interface"];
  const tiers = knownTiers(context, subnets, declared.tiers, [...at, "subnets"]);
  const known = knownNames(context, "security group", groups, declared.securityGroups, [
    ...at,
    "securityGroups",
  ]);
  const ids = tiers.flatMap((tier) => tier.subnets.map(({ id }) => id));
  const { privateDnsEnabled, privateDnsOnlyForInboundResolverEndpoint } = type.interface;
  return {
    tiers,
    type: {
      kind: "interface",
      subnets: ids,
      securityGroups: known,
      configurations: normaliseSubnetConfigurations(context, type.interface, tiers, [
        ...at,
        "subnetConfigurations",
      ]),
      privateDnsEnabled,
      privateDnsOnlyForInboundResolverEndpoint,
    },
  };
}

/** The widest address type that the tiers and the service can have. */
function typeThatFits(service: string | null, tiers: readonly Tier[]): EndpointAddressType {
  if (service !== null && SERVICES_WITHOUT_IPV6_ENDPOINT.includes(service)) return "ipv4";
  if (tiers.every(({ addressing }) => addressing === "dual-stack")) return "dualstack";
  return tiers.every(({ addressing }) => addressing === "ipv6-only") ? "ipv6" : "ipv4";
}
