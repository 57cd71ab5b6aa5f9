import { DataAwsEc2ManagedPrefixList } from "@cdktf/provider-aws/lib/data-aws-ec2-managed-prefix-list/index.js";
import { Ec2ManagedPrefixList } from "@cdktf/provider-aws/lib/ec2-managed-prefix-list/index.js";
import type { Construct } from "constructs";
import { formatPrefix } from "../../base/prefix.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Peer } from "../../model/types/filtering.ts";
import type { Network } from "../../model/types/network.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import type { Made, PrefixListsMade } from "../resources.ts";

/** Makes the author's prefix lists and looks up AWS's, each once however many rules use it. */
export function addPrefixLists(scope: Construct, network: Network): PrefixListsMade {
  const prefixLists = network.prefixLists.map(
    ({ name, displayName, family, maxEntries, entries, tags }) =>
      [
        name,
        new Ec2ManagedPrefixList(scope, terraformAddress("aws_ec2_managed_prefix_list", name), {
          name: displayName,
          addressFamily: family === "ipv4" ? "IPv4" : "IPv6",
          maxEntries,
          entry: entries.map(({ cidr, description }) => ({
            cidr: formatPrefix(cidr.prefix),
            ...omitNull({ description }),
          })),
          tags: withNameTag(displayName, tags),
        }),
      ] as const,
  );
  return { prefixLists: new Map(prefixLists), managedPrefixLists: lookUpManaged(scope, network) };
}

function lookUpManaged(scope: Construct, network: Network): Made<DataAwsEc2ManagedPrefixList> {
  const peers = network.securityGroups.flatMap(({ rules }) => rules.map(({ peer }) => peer));
  const names = new Map(peers.filter(isManaged).map(({ id, name }) => [id, name]));
  return new Map(
    [...names].map(([id, name]) => [
      id,
      new DataAwsEc2ManagedPrefixList(scope, `data.aws_ec2_managed_prefix_list.${id}`, { name }),
    ]),
  );
}

function isManaged(peer: Peer): peer is Peer & { readonly kind: "managed-prefix-list" } {
  return peer.kind === "managed-prefix-list";
}
