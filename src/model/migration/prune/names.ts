import { assertNever } from "../../../base/invariant.ts";
import type { Network } from "../../types/network.ts";
import type { DnsRecord } from "../../types/route53.ts";
import { namesOf } from "./membership.ts";

/** Records stand in hosted zones and lead to hosts, load balancers and databases. */
export function pruneNames(network: Network): Network {
  const { hostedZones, records, ...resolver } = network.route53;
  const zones = namesOf(hostedZones);
  return {
    ...network,
    route53: {
      ...resolver,
      hostedZones,
      records: records.filter((record) => zones.has(record.hostedZone) && leadsSomewhere(network, record)),
    },
  };
}

function leadsSomewhere(network: Network, { content }: DnsRecord): boolean {
  switch (content.kind) {
    case "alias":
      return namesOf(network.loadBalancers).has(content.loadBalancer);
    case "database":
      return namesOf(network.rds.instances).has(content.database);
    case "instance-address": {
      const instance = network.compute.instances.find(({ name }) => name === content.instance);
      return instance !== undefined && (content.address !== "elastic-ip" || instance.elasticIp);
    }
    case "values":
      return true;
    default:
      return assertNever(content);
  }
}
