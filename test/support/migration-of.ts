import { importables } from "../../src/model/migration/importable/importable.ts";
import type { Importable } from "../../src/model/migration/importable/importable-resource.ts";
import { isIpv6Entry, isIpv6Rule } from "../../src/model/migration/ipv6-rules.ts";
import { ruleAddress, terraformAddress } from "../../src/model/migration/terraform-address.ts";
import type { ExistingResource, StageId } from "../../src/model/types/migration.ts";
import type { Network } from "../../src/model/types/network.ts";
import type { TerraformAddress } from "../../src/model/types/shared.ts";

/** What a migration under test starts from. */
export interface Start {
  readonly stage?: StageId;
  /** What of the network's IPv4 side is there already; what another thing that is there needs must be, too. */
  readonly isThere?: (address: TerraformAddress) => boolean;
}

/** The network as the target of a migration; unless told, everything of its IPv4 side is there already. */
export function migrationOf(
  network: Network,
  { stage = "import", isThere = () => true }: Start = {},
): Network {
  const late = ipv6Side(network);
  const chosen = importables(network).filter(({ address }) => !late.has(address) && isThere(address));
  const path = ["network", "vpc", "existing"];
  const imports = whole(chosen).map(
    ({ address }): ExistingResource => ({
      path: [...path, "import", address],
      address,
      id: `id of ${address}`,
    }),
  );
  const vpc: ExistingResource = { path: [...path, "id"], address: "aws_vpc.main", id: "vpc-0123abc" };
  return {
    ...network,
    existing: { path, vpcId: vpc.id, imports: [...imports, vpc], references: [] },
    migration: { path: ["migration"], stage, reached: null, instanceTypesBefore: [] },
  };
}

/** Those whose needs are met, again and again until all are. */
function whole(chosen: readonly Importable[]): readonly Importable[] {
  const addresses = new Set<string>(chosen.map(({ address }) => address));
  const met = chosen.filter(
    ({ needs, needsOneOf }) =>
      needs.every((need) => addresses.has(need)) &&
      (needsOneOf.length === 0 || needsOneOf.some((need) => addresses.has(need))),
  );
  return met.length === chosen.length ? met : whole(met);
}

/** Addresses of what an IPv4 network cannot have had. */
function ipv6Side(network: Network): ReadonlySet<string> {
  const ipv6Only = network.tiers.filter(({ addressing }) => addressing === "ipv6-only");
  const tables = network.routeTables.filter(({ tier }) => ipv6Only.some(({ name }) => name === tier));
  const routes = network.routeTables
    .flatMap((table) => table.routes)
    .filter(({ destination }) => destination.prefix.family === "ipv6");
  const rules = network.securityGroups.flatMap((group) => group.rules).filter(isIpv6Rule);
  const entries = network.networkAcls.flatMap((acl) => acl.entries).filter(isIpv6Entry);
  const records = network.route53.records.filter(({ type }) => type === "AAAA");
  return new Set([
    "aws_egress_only_internet_gateway.main",
    ...ipv6Only.flatMap(({ subnets }) => subnets.map(({ id }) => terraformAddress("aws_subnet", id))),
    ...tables.map(({ id }) => terraformAddress("aws_route_table", id)),
    ...routes.map(({ id }) => terraformAddress("aws_route", id)),
    ...rules.map(ruleAddress),
    ...entries.map(({ id }) => terraformAddress("aws_network_acl_rule", id)),
    ...records.map(({ id }) => terraformAddress("aws_route53_record", id)),
    ...[network.vpc.ipv6, ...network.vpc.additionalIpv6].flatMap((block) =>
      block === null ? [] : [terraformAddress("aws_vpc_ipv6_cidr_block_association", block.id)],
    ),
  ]);
}
