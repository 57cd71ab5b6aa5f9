import type { Path } from "../../base/path.ts";
import { knownArchitecture } from "../../model/compute/images.ts";
import { subnetOf } from "../../model/lookup.ts";
import type { Host } from "../../model/types/compute.ts";
import type { AddressPlan, Network } from "../../model/types/network.ts";
import type { Tier } from "../../model/types/subnets.ts";

/** A value that the model works out where the author leaves the key out. */
export interface DerivedValue {
  readonly path: Path;
  readonly value: string | number | boolean | readonly string[];
}

/** The last slot that can be written; a tier that the plan does not cut may have a higher one of itself. */
const LAST_SLOT = 65_535;

/** Null: nothing is derived, AWS decides. */
type Values = Readonly<Record<string, DerivedValue["value"] | null>>;

/** What the model works out by itself, by the place of its key, whether the author wrote the key or not. */
export function derivedValues(network: Network): readonly DerivedValue[] {
  return [
    ...ofNetwork(network),
    ...ofIpam(network),
    ...ofCompute(network),
    ...ofServices(network),
    ...ofLoadBalancing(network),
  ];
}

function ofNetwork(network: Network): readonly DerivedValue[] {
  const { plan, tiers, natGateways, instanceConnectEndpoints, flowLogs, prefixLists, vpcEndpoints } = network;
  return [
    ...ofPlan(plan),
    ...tiers.flatMap((tier) => ofTier(network, tier)),
    ...natGateways.flatMap(({ path, perZone, gateways }) =>
      at(path, { zone: perZone ? null : (gateways[0]?.place?.zone.letter ?? null) }),
    ),
    ...network.securityGroups.flatMap(({ path, description }) => at(path, { description })),
    ...prefixLists.flatMap(({ path, maxEntries }) => at(path, { maxEntries })),
    ...flowLogs.flatMap(({ path, fields }) => at(path, { fields })),
    ...vpcEndpoints.flatMap(({ path, ipAddressType, dnsRecordIpType }) =>
      at(path, { ipAddressType, dnsRecordIpType }),
    ),
    ...instanceConnectEndpoints.flatMap(({ path, subnet }) => at(path, { zone: zoneOf(network, subnet) })),
  ];
}

function ofPlan({ path, ipv4PrefixLength, zonesPerTier }: AddressPlan): readonly DerivedValue[] {
  return at(path, { ipv4PrefixLength, zonesPerTier });
}

/** With the slot in the text, the tier may be renamed. */
function ofTier(network: Network, tier: Tier): readonly DerivedValue[] {
  return at(tier.path, {
    slot: isRenamed(network, tier) || tier.slot > LAST_SLOT ? null : tier.slot,
    enableDns64: tier.enableDns64,
    mapPublicIpOnLaunch: tier.mapPublicIpOnLaunch,
    assignIpv6AddressOnCreation: tier.assignIpv6AddressOnCreation,
    privateDnsHostnameTypeOnLaunch: tier.privateDnsHostnameTypeOnLaunch,
    enableResourceNameDnsAaaaRecordOnLaunch: tier.enableResourceNameDnsAaaaRecordOnLaunch,
    enableResourceNameDnsARecordOnLaunch: tier.enableResourceNameDnsARecordOnLaunch,
  });
}

/** Such a tier has the slot of its former name: to write another would hide that its subnets move. */
function isRenamed({ renames }: Network, { name }: Tier): boolean {
  return renames?.list.some(({ kind, to }) => kind === "network.subnets.*" && to === name) ?? false;
}

function ofIpam({ ipam }: Network): readonly DerivedValue[] {
  if (ipam === null) return [];
  const { path, operatingRegions, pools } = ipam;
  return [
    ...at(path, { operatingRegions }),
    ...pools.flatMap((pool) => at(pool.path, { scope: pool.scope, addressFamily: pool.family })),
  ];
}

function ofCompute(network: Network): readonly DerivedValue[] {
  const { launchTemplates, autoScalingGroups, instances } = network.compute;
  return [
    ...launchTemplates.flatMap(({ host }) => ofHost(host)),
    ...autoScalingGroups.flatMap(({ path, healthCheckType }) => at(path, { healthCheckType })),
    ...instances.flatMap(({ path, host, subnet }) => [
      ...ofHost(host),
      ...at(path, { zone: zoneOf(network, subnet), ipv6AddressCount: host.ipv6AddressCount }),
    ]),
  ];
}

function ofHost({ path, os, enablePrimaryIpv6, metadata, instanceType }: Host): readonly DerivedValue[] {
  // Of a type that nobody knows, the rules take a written value for the author's own word.
  const ipv6 = instanceType.hypervisor === "unknown" ? null : metadata.ipv6;
  const architecture = knownArchitecture({ instanceType: instanceType.name });
  return [...at(path, { os, architecture, enablePrimaryIpv6 }), ...at([...path, "metadata"], { ipv6 })];
}

function ofServices({ rds, elasticache, eks }: Network): readonly DerivedValue[] {
  return [
    ...[...rds.instances, ...rds.clusters].flatMap(({ path, networkType }) => at(path, { networkType })),
    ...[...elasticache.clusters, ...elasticache.replicationGroups].flatMap(
      ({ path, networkType, ipDiscovery }) => at(path, { networkType, ipDiscovery }),
    ),
    ...elasticache.replicationGroups.flatMap(({ path, description }) => at(path, { description })),
    ...eks.clusters.flatMap(({ nodeGroups }) =>
      nodeGroups.flatMap(({ path, amiType }) => at(path, { amiType })),
    ),
  ];
}

function ofLoadBalancing({ loadBalancers, targetGroups }: Network): readonly DerivedValue[] {
  return [
    ...loadBalancers.flatMap(({ path, internal, crossZone, listeners }) => [
      ...at(path, { scheme: internal ? "internal" : "internet-facing", crossZone }),
      ...listeners.flatMap((listener) => at(listener.path, { sslPolicy: listener.sslPolicy })),
    ]),
    ...targetGroups.flatMap(({ path, healthCheck: { protocol, matcher } }) =>
      at([...path, "healthCheck"], { protocol, matcher }),
    ),
  ];
}

function zoneOf(network: Network, subnet: string): string | null {
  return subnetOf(network, subnet)?.zone.letter ?? null;
}

function at(path: Path, values: Values): readonly DerivedValue[] {
  return Object.entries(values).flatMap(([key, value]) =>
    value === null ? [] : [{ path: [...path, key], value }],
  );
}
