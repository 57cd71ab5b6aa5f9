import { addressingFacts } from "../../aws/facts/addressing.ts";
import { publicIpv4Price } from "../../aws/prices/public-ipv4-price.ts";
import { hostsOf } from "../../model/lookup.ts";
import { nat64Ways } from "../../model/routing/nat64-ways.ts";
import { hasFamily } from "../../model/types/subnets.ts";
import type { Rule } from "../rule.ts";

const { dollarsAnHour, hoursAMonth } = publicIpv4Price;
const PRICE = `$${dollarsAnHour} an hour, about $${(dollarsAnHour * hoursAMonth).toFixed(2)} a month, for each host`;
const HINT = "leave it out where IPv6, a load balancer or a NAT gateway will do";

/** Public IPv4 addresses cost money. */
export const publicIpv4AddressCharge: Rule<"public-ipv4-address-charge"> = {
  id: "public-ipv4-address-charge",
  severity: "warning",
  title: "Hosts get no public IPv4 address of their own.",
  why: "Since 2024-02-01 AWS charges $0.005 an hour for every public IPv4 address, attached or not. IPv6 addresses are free. A host behind a load balancer or a NAT gateway needs none.",
  sources: [addressingFacts.publicIpv4Charge],
  check(network, report) {
    for (const { name, path, addressing, mapPublicIpOnLaunch } of network.tiers) {
      if (!mapPublicIpOnLaunch || !hasFamily(addressing, "ipv4")) continue;
      report(
        [...path, "mapPublicIpOnLaunch"],
        `tier "${name}" gives each host a public IPv4 address: ${PRICE}`,
        HINT,
      );
    }
    for (const { host, tiers } of hostsOf(network)) {
      if (host.associatePublicIpAddress !== true) continue;
      if (!tiers.every(({ addressing }) => hasFamily(addressing, "ipv4"))) continue;
      report(
        [...host.path, "associatePublicIpAddress"],
        `a public IPv4 address is asked for: ${PRICE}`,
        HINT,
      );
    }
    // What translates sends from it, for many.
    const translators = nat64Ways(network).map(({ instance }) => instance.name);
    const hosts = network.compute.instances.filter(({ name }) => !translators.includes(name));
    for (const { path, elasticIp } of hosts) {
      if (elasticIp) report([...path, "elasticIp"], `an Elastic IP is asked for: ${PRICE}`, HINT);
    }
  },
};
