import { shortServiceName } from "../../aws/vpc-endpoint-services.ts";
import type {
  InterfaceVpcEndpoint,
  VpcEndpoint,
  VpcEndpointType,
} from "../../blueprint/blueprint.generated.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import { write } from "../fields/field.ts";
import { interfaceEndpointArguments, vpcEndpointArguments } from "../fields/vpc-endpoint.ts";
import type { FoundVpcEndpoint } from "../types/inventory.ts";
import type { Draft } from "./draft.ts";
import { nameIn } from "./known.ts";
import { inNameOrder } from "./names.ts";
import { compact, type Section, type Sections } from "./section.ts";
import type { GroupNames } from "./security-groups-section.ts";
import { type TierPlan, wholeTiers } from "./tier-plan.ts";

/** Writes `network.vpcEndpoints`: gateway and interface endpoints as they are; the address type of those for IPv4 alone follows the tiers. */
export function writeVpcEndpoints(
  draft: Draft,
  tiers: readonly TierPlan[],
  groups: GroupNames,
): Sections<VpcEndpoint> {
  const name = nameIn(draft, "aws_vpc_endpoint", "network", "vpcEndpoints");
  const { vpcEndpoints, region } = draft.inventory;
  return Object.fromEntries(
    inNameOrder(vpcEndpoints).flatMap((endpoint): [string, Section<VpcEndpoint>][] => {
      const type = writeType(endpoint, tiers, groups);
      const service = shortServiceName(endpoint.serviceName, region) ?? endpoint.serviceName;
      if (type === null) {
        const detail = `of type ${endpoint.type} to ${service}: its subnets, tables or groups cannot be said`;
        draft.leaveOut({ kind: "VPC endpoint", id: endpoint.id, detail });
        return [];
      }
      const own = name(endpoint.id, service, "endpoint");
      draft.importAs(terraformAddress("aws_vpc_endpoint", own), endpoint.id);
      return [[own, compact<VpcEndpoint>({ service, type, ...write(vpcEndpointArguments, endpoint) })]];
    }),
  );
}

function writeType(
  endpoint: FoundVpcEndpoint,
  tiers: readonly TierPlan[],
  groups: GroupNames,
): Section<VpcEndpointType> | null {
  const { type, routeTableIds, subnetIds, securityGroupIds } = endpoint;
  if (type === "Gateway") {
    const routeTables = tiersOfTables(tiers, routeTableIds);
    return routeTables === null ? null : { gateway: { routeTables } };
  }
  const subnets = wholeTiers(tiers, subnetIds);
  const securityGroups = securityGroupIds.flatMap((id) => groups.get(id) ?? []).sort();
  const isComplete = securityGroups.length === securityGroupIds.length && securityGroups.length > 0;
  if (type !== "Interface" || subnets === null || !isComplete) return null;
  return {
    interface: compact<InterfaceVpcEndpoint>({
      subnets,
      securityGroups,
      ...write(interfaceEndpointArguments, endpoint),
    }),
  };
}

/** The tiers whose own tables are exactly those of the ids. */
function tiersOfTables(tiers: readonly TierPlan[], ids: readonly string[]): readonly string[] | null {
  const owners = tiers.filter(({ sharesTableOf }) => sharesTableOf === null);
  const tablesOf = ({ members }: TierPlan) => [...new Set(members.map(({ table }) => table.id))];
  const within = owners.filter((tier) => tablesOf(tier).every((id) => ids.includes(id)));
  const tables = within.flatMap(tablesOf);
  return tables.length === ids.length && ids.length > 0 ? within.map(({ name }) => name).sort() : null;
}
