import { type Charge, HOURS_A_MONTH, priceOf } from "../../aws/prices/price-of.ts";
import type { StackChange } from "../../change/types.ts";

/** One thing of the bill: its name, how it is priced, how many there were and are, and what is not among them. */
type Line = readonly [what: string, charge: Charge, before: number, after: number, aside: string];

/** What a change does to the bill: a line for each thing of which there are not as many as before. */
export function billNotes({ publicIpv4, bill }: Pick<StackChange, "publicIpv4" | "bill">): readonly string[] {
  const { before, after, region } = bill;
  const lines: readonly Line[] = [
    [
      "public IPv4 addresses",
      "public-ipv4-hour",
      publicIpv4.before,
      publicIpv4.after,
      "; hosts of groups and tasks not counted",
    ],
    ["NAT gateways", "nat-gateway-hour", before.natGateways, after.natGateways, "; without data"],
    [
      "interface endpoints, each zone",
      "interface-endpoint-hour",
      before.interfaceEndpointZones,
      after.interfaceEndpointZones,
      "; without data",
    ],
    [
      "transit gateway attachments",
      "transit-gateway-attachment-hour",
      before.transitGatewayAttachments,
      after.transitGatewayAttachments,
      "; without data",
    ],
    [
      "endpoints of Network Firewalls",
      "network-firewall-endpoint-hour",
      before.networkFirewallEndpoints,
      after.networkFirewallEndpoints,
      "; without data",
    ],
  ];
  return lines.filter(([, , old, now]) => old !== now).map((line) => noteOf(line, region));
}

function noteOf([what, charge, before, after, aside]: Line, region: string | null): string {
  const counts = `${what}: ${before} -> ${after}`;
  const price = region === null ? null : priceOf(charge, region);
  if (price === null) return `${counts} (price in ${region ?? "this region"} not known here${aside})`;
  const dollars = (count: number) => `$${(count * price.dollars * HOURS_A_MONTH).toFixed(2)}`;
  const since = price.fact.since === undefined ? "" : ` since ${price.fact.since}`;
  return `${counts}, ${dollars(before)} -> ${dollars(after)} a month ($${price.dollars} an hour each${since}${aside})`;
}
