import { terraformAddress } from "../../model/migration/terraform-address.ts";
import { publicAccessOf } from "../../model/routing/block-public-access.ts";
import { isIdle, subnetOfOthers } from "../../model/routing/tables-of-others.ts";
import type { Answer } from "../topology/topology.ts";
import { vpcBlocks } from "./blocks.ts";
import { defaultAclId } from "./network-acls.ts";
import { answer, at, type NetworkContext, type Parts, type PlacedSubnet, VPC } from "./network-context.ts";
import { answersMayDiffer, domainRulesOf } from "./resolver.ts";

/** What DHCP may name as the VPC's own resolver. */
const AMAZON_DNS = "AmazonProvidedDNS";

/** The VPC. Who asks another resolver than Amazon's gets answers of which nothing is known here. */
export function vpcOf(context: NetworkContext): Parts {
  const { network, there } = context;
  const { vpc, dhcpOptions } = network;
  const isOthers = there.isReferenced("aws_vpc", "main");
  const asksAmazon = dhcpOptions?.domainNameServers.every((server) => server === AMAZON_DNS) ?? true;
  return {
    vpcs: [
      {
        id: VPC,
        place: at(vpc.path),
        blocks: vpcBlocks(network),
        dnsSupport: asksAmazon && !answersMayDiffer(context) ? answer(vpc.enableDnsSupport) : "unknown",
        dnsHostnames: isOthers ? "unknown" : answer(vpc.enableDnsHostnames),
        publicAccess: publicAccessOf(network, null),
        domainRules: domainRulesOf(context),
      },
    ],
  };
}

/** The subnets of all tiers. */
export function subnetsOf(context: NetworkContext): Parts {
  const tables = tablesBySubnet(context);
  const acls = aclsBySubnet(context);
  return {
    subnets: [...context.subnets.values()].map((placed) => ({
      id: placed.id,
      place: at(placed.tier.path),
      vpc: VPC,
      zone: placed.subnet.zone.name,
      ipv4: placed.ipv4,
      ipv6: placed.ipv6,
      routeTable: tables.get(placed.subnet.id) ?? null,
      networkAcl: acls.get(placed.subnet.id) ?? aclWithoutAny(context),
      dns64: dns64Of(context, placed),
      publicAccess: publicAccessOf(context.network, placed.subnet.id),
    })),
  };
}

function dns64Of({ there }: NetworkContext, { tier, subnet }: PlacedSubnet): Answer {
  return there.isReferenced("aws_subnet", subnet.id)
    ? "unknown"
    : answer(tier.enableDns64 && subnet.ipv6 !== null);
}

function tablesBySubnet({ network, there }: NetworkContext): ReadonlyMap<string, string> {
  const tables = network.routeTables.filter(
    (table) => !isIdle(network, table) && subnetOfOthers(there, table) === null,
  );
  return new Map(
    tables.flatMap(({ id, subnets }) =>
      subnets.map((subnet): [string, string] => [subnet, terraformAddress("aws_route_table", id)]),
    ),
  );
}

function aclsBySubnet({ network }: NetworkContext): ReadonlyMap<string, string> {
  return new Map(
    network.networkAcls.flatMap(({ name, subnets }) =>
      subnets.map((subnet): [string, string] => [subnet, terraformAddress("aws_network_acl", name)]),
    ),
  );
}

/** In a VPC that was there before, somebody may have given the subnet another ACL, or the default one other entries. */
function aclWithoutAny({ network }: NetworkContext): string | null {
  return network.existing === null ? defaultAclId(network) : null;
}
