import { invariant } from "../../base/invariant.ts";
import type { Path } from "../../base/path.ts";
import type {
  Blueprint,
  FirewallLogDestination as WrittenDestination,
  NetworkFirewall as WrittenFirewall,
} from "../../blueprint/blueprint.generated.ts";
import { type Context, present, sortedEntries } from "../context.ts";
import { inspectionEndpoints } from "../endpoints/inspection-endpoints.ts";
import { awsNameOf, awsStackName, displayName } from "../names.ts";
import { knownName } from "../references.ts";
import type {
  FirewallAddressType,
  FirewallLog,
  FirewallLogDestination,
  NetworkFirewall,
} from "../types/network-firewall.ts";
import type { Tier } from "../types/subnets.ts";
import { readFirewallPolicy } from "./firewall-policy.ts";

const OF_ADDRESSING: Readonly<Record<Tier["addressing"], FirewallAddressType>> = {
  "dual-stack": "DUALSTACK",
  "ipv6-only": "IPV6",
  "ipv4-only": "IPV4",
};

/** The Network Firewalls, sorted by name; those in an unknown tier are reported and left out. */
export function normaliseNetworkFirewalls(
  context: Context,
  blueprint: Blueprint,
  tiers: readonly Tier[],
): readonly NetworkFirewall[] {
  const names = tiers.map(({ name }) => name);
  return present(
    sortedEntries(blueprint.network.networkFirewalls).map(([name, written]) => {
      const path: Path = ["network", "networkFirewalls", name];
      const known = knownName(context, "subnet tier", written.subnets, names, [...path, "subnets"]);
      const tier = tiers.find((one) => one.name === known);
      const full = displayName(awsStackName(blueprint), awsNameOf(name, written));
      const policy = readFirewallPolicy(context, written.firewallPolicy, path, { id: name, full });
      if (tier === undefined) return null;
      const { deleteProtection, subnetChangeProtection, firewallPolicyChangeProtection, tags } = written;
      return {
        ...{ name, path, displayName: full, policy, tags },
        ...{ deleteProtection, subnetChangeProtection, firewallPolicyChangeProtection },
        tier: tier.name,
        ipAddressType: written.ipAddressType ?? OF_ADDRESSING[tier.addressing],
        endpoints: inspectionEndpoints(awsStackName(blueprint), name, tier),
        logs: logsOf(name, written),
      };
    }),
  );
}

function logsOf(firewall: string, { logging = {} }: WrittenFirewall): readonly FirewallLog[] {
  return present(
    (["alert", "flow"] as const).map((kind): FirewallLog | null => {
      const written = logging[kind];
      return written === undefined ? null : { kind, destination: destinationOf(written, firewall, kind) };
    }),
  );
}

function destinationOf(
  { cloudWatchLogs, s3, kinesisDataFirehose }: WrittenDestination,
  firewall: string,
  kind: FirewallLog["kind"],
): FirewallLogDestination {
  if (cloudWatchLogs !== undefined) {
    const { retentionInDays, kmsKeyId = null } = cloudWatchLogs;
    return { kind: "cloud-watch-logs", id: `firewall_${firewall}_${kind}`, retentionInDays, kmsKeyId };
  }
  if (s3 !== undefined) return { kind: "s3", bucketName: s3.bucketName, prefix: s3.prefix ?? null };
  invariant(kinesisDataFirehose !== undefined, "a firewall's log without a destination passed the schema");
  return { kind: "firehose", deliveryStream: kinesisDataFirehose.deliveryStream };
}
