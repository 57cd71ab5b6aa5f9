import fc from "fast-check";
import { type Tier, tiersWithTables } from "./tiers.ts";
import { anyPlace, mapOf, pick, pickAtLeastOne, somePlaces, type Tree } from "./tree.ts";

/** What is drawn of the VPC endpoints: at most one of each service. */
export const endpointsDraft = fc.record({
  s3: fc.option(fc.array(anyPlace, { minLength: 1, maxLength: 2 }), { freq: 2 }),
  dynamodb: fc.option(fc.array(anyPlace, { minLength: 1, maxLength: 2 }), { freq: 2 }),
  ssm: fc.option(fc.record({ tier: anyPlace, groups: somePlaces }), { freq: 2 }),
  logs: fc.option(fc.record({ tier: anyPlace, groups: somePlaces }), { freq: 2 }),
  instanceConnect: fc.option(fc.record({ tier: anyPlace, groups: somePlaces }), { freq: 2 }),
});
export type EndpointsDraft = typeof endpointsDraft extends fc.Arbitrary<infer Draft> ? Draft : never;
type InterfaceDraft = NonNullable<EndpointsDraft["ssm"]>;

/** `network.vpcEndpoints`. */
export function vpcEndpointsOf(
  { s3, dynamodb, ssm, logs }: EndpointsDraft,
  tiers: readonly Tier[],
  groups: readonly string[],
): Tree | undefined {
  return mapOf([
    ["s3", s3 === null ? undefined : gatewayEndpoint("s3", s3, tiers)],
    ["dynamodb", dynamodb === null ? undefined : gatewayEndpoint("dynamodb", dynamodb, tiers)],
    ["ssm", ssm === null ? undefined : interfaceEndpoint("ssm", ssm, tiers, groups)],
    ["logs", logs === null ? undefined : interfaceEndpoint("logs", logs, tiers, groups)],
  ]);
}

/** `network.instanceConnectEndpoints`: a VPC has one. */
export function instanceConnectOf(
  { instanceConnect }: EndpointsDraft,
  tiers: readonly Tier[],
  groups: readonly string[],
): Tree | undefined {
  const tier = instanceConnect === null ? null : pick(tiers, instanceConnect.tier);
  if (instanceConnect === null || tier === null) return undefined;
  return { main: { subnet: tier.name, securityGroups: pickAtLeastOne(groups, instanceConnect.groups) } };
}

/** Of tiers of one addressing, so that one address type is right for all. */
function gatewayEndpoint(
  service: string,
  places: readonly number[],
  tiers: readonly Tier[],
): Tree | undefined {
  const owners = tiersWithTables(tiers);
  const first = pick(owners, places[0] ?? 0);
  const alike = owners.filter(({ addressing }) => addressing === first?.addressing);
  const routeTables = pickAtLeastOne(alike, places).map(({ name }) => name);
  return { service, type: { gateway: { routeTables } } };
}

function interfaceEndpoint(
  service: string,
  { tier: place, groups: places }: InterfaceDraft,
  tiers: readonly Tier[],
  groups: readonly string[],
): Tree | undefined {
  const tier = pick(tiers, place);
  if (tier === null) return undefined;
  const securityGroups = pickAtLeastOne(groups, places);
  return { service, type: { interface: { subnets: [tier.name], securityGroups } } };
}
