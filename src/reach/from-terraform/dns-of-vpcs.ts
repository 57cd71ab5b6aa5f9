import type { TopologyVpc } from "../topology/topology.ts";
import type { Reading } from "./reading.ts";
import { referents } from "./referents.ts";
import type { TerraformResource } from "./terraform-document.ts";

/** What DHCP may name as the VPC's own resolver. */
const AMAZON_DNS = "AmazonProvidedDNS";

/** Types that change what the resolver of a VPC answers, and the argument that names the VPC. */
const CHANGERS: Readonly<Record<string, string>> = {
  aws_route53_resolver_firewall_rule_group_association: "vpc_id",
  aws_route53_resolver_rule_association: "vpc_id",
  aws_route53profiles_association: "resource_id",
};

/** Takes back what is known of a VPC's resolver where other resolvers are asked, or rules change the answers. */
export function withDnsChanges(reading: Reading, vpcs: readonly TopologyVpc[]): readonly TopologyVpc[] {
  const changed = new Set<string>();
  const change = (resource: TerraformResource, argument: string, why: string) => {
    const vpc = reading.one(resource, referents.vpc, argument);
    const ids =
      vpc.kind === "one"
        ? [vpc.id]
        : vpc.kind === "one-of" && vpc.isClosed
          ? vpc.ids
          : vpcs.map(({ id }) => id);
    for (const id of ids) changed.add(id);
    reading.leaveOut(resource, why, [resource.address]);
  };
  for (const [type, argument] of Object.entries(CHANGERS)) {
    for (const resource of reading.index.ofType(type)) {
      change(resource, argument, "it changes what names answer in a VPC, which is not followed");
    }
  }
  for (const resource of reading.index.ofType("aws_vpc_dhcp_options_association")) {
    if (!asksAmazon(reading, resource))
      change(resource, "vpc_id", "hosts may ask other resolvers than Amazon's, whose answers are not known");
  }
  return vpcs.map((vpc) => (changed.has(vpc.id) ? { ...vpc, dnsSupport: "unknown" } : vpc));
}

function asksAmazon(reading: Reading, association: TerraformResource): boolean {
  const options = reading.one(association, referents.dhcpOptions, "dhcp_options_id");
  const resource = options.kind === "one" ? reading.index.byAddress.get(options.id) : undefined;
  if (resource === undefined) return false;
  const { known, isComplete } = reading.fields(resource).texts("domain_name_servers");
  return isComplete && known.every((server) => server === AMAZON_DNS);
}

/** Blocking public access stops packets at internet gateways, whatever routes and filters say. */
export function leaveOutBlockedAccess(reading: Reading): void {
  for (const resource of reading.index.ofType("aws_vpc_block_public_access_options")) {
    const mode = reading.fields(resource).text("internet_gateway_block_mode");
    if (mode.kind === "known" && mode.value === "off") continue;
    const gateways = reading.index.ofType(
      ...referents.internetGateway.types,
      ...referents.egressOnlyInternetGateway.types,
    );
    const why = "public access is blocked in the whole region, with exclusions that are not followed";
    reading.leaveOut(resource, why, [resource.address, ...gateways.map(({ address }) => address)]);
  }
}
