import type { NetworkAcl, Peer, SecurityGroup } from "../../types/filtering.ts";
import type { Network } from "../../types/network.ts";
import { ruleAddress, terraformAddress } from "../terraform-address.ts";
import { type Importable, importable } from "./importable-resource.ts";

/** Network ACLs with their entries, and security groups with their rules: prefix lists are new, and so are rules that name one. */
export function importableFilters({ networkAcls, securityGroups }: Network): readonly Importable[] {
  return [...networkAcls.flatMap(networkAcl), ...securityGroups.flatMap(securityGroup)];
}

function networkAcl({ name, entries }: NetworkAcl): readonly Importable[] {
  const acl = importable("aws_network_acl", name);
  return [acl, ...entries.map(({ id }) => importable("aws_network_acl_rule", id, [acl.address]))];
}

function securityGroup({ name, rules }: SecurityGroup): readonly Importable[] {
  const group = importable("aws_security_group", name);
  return [
    group,
    ...rules
      .filter(({ peer }) => peer.kind !== "prefix-list")
      .map((rule) => ({
        address: ruleAddress(rule),
        needs: [group.address, ...peerOf(rule.peer)],
        needsOneOf: [],
      })),
  ];
}

function peerOf(peer: Peer): readonly string[] {
  if (peer.kind === "security-group") return [terraformAddress("aws_security_group", peer.name)];
  return peer.kind === "subnet-cidr" ? [terraformAddress("aws_subnet", peer.subnet)] : [];
}
