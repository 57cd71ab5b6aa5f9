import {
  isAllowedLength,
  type PrefixLengths,
  subnetIpv4Lengths,
  vpcIpv4Lengths,
  vpcIpv6Lengths,
} from "../../aws/address-sizes.ts";
import type { Path } from "../../base/path.ts";
import type { SecurityGroupRule } from "../types/filtering.ts";
import type { ListenerRule } from "../types/listeners.ts";
import type { Network } from "../types/network.ts";
import type { Cidr } from "../types/shared.ts";
import type { Ipv6Block } from "../types/subnets.ts";
import type { VpnConnection } from "../types/vpn.ts";
import { ipv6Blocks, knownIpv4Blocks } from "./vpc.ts";

/** A block in the author's spelling, with the place of its text. */
export interface WrittenCidr {
  readonly path: Path;
  readonly cidr: Cidr;
  /** The lengths that AWS takes at this place; null where it takes any. */
  readonly lengths: PrefixLengths | null;
  /** True where the AWS provider lets host bits pass: entries of network ACLs and prefix lists, static routes of VPN connections, rules of listeners. */
  readonly takesHostBits: boolean;
}

type WrittenText = Omit<WrittenCidr, "lengths" | "takesHostBits">;

/** Every block the author wrote as text, wherever one may stand; blocks that Hextet wrote itself may be among them. */
export function writtenCidrs(network: Network): readonly WrittenCidr[] {
  const strict = { takesHostBits: false };
  return [
    ...knownIpv4Blocks(network.vpc).map(({ path, cidr }) => ({
      path,
      cidr,
      lengths: vpcIpv4Lengths,
      ...strict,
    })),
    ...ipv6Blocks(network.vpc)
      .flatMap(cidrOfBlock)
      .map((written) => ({ ...written, lengths: vpcIpv6Lengths, ...strict })),
    ...network.tiers.flatMap((tier) =>
      tier.subnets.flatMap(({ ipv4 }) =>
        ipv4 === null || ipv4.cidr === null
          ? []
          : [{ path: ipv4.path, cidr: ipv4.cidr, lengths: subnetIpv4Lengths, ...strict }],
      ),
    ),
    ...strictAnyLength(network).map((written) => ({ ...written, lengths: null, ...strict })),
    ...lenientAnyLength(network).map((written) => ({ ...written, lengths: null, takesHostBits: true })),
  ];
}

/** False where AWS refuses the block for its length, which another rule tells, with the canonical form in its hint. */
export function hasLengthOfPlace({ cidr, lengths }: WrittenCidr): boolean {
  return lengths === null || isAllowedLength(cidr.prefix.length, lengths);
}

/** Those of routes, security groups, VPN connections and pools. */
function strictAnyLength(network: Network): readonly WrittenText[] {
  return [
    ...network.routeTables.flatMap((table) =>
      table.routes
        .filter((route) => !route.derived)
        .map(({ path, destination }) => ({ path: [...path, "destination"], cidr: destination })),
    ),
    ...network.transitGatewayRouteTables.flatMap(({ routes }) =>
      routes.map(({ path, destination }) => ({ path: [...path, "destination"], cidr: destination })),
    ),
    ...network.securityGroups.flatMap((group) => group.rules.flatMap(cidrOfRule)),
    ...network.vpnConnections.flatMap(cidrsOfVpnConnection),
    ...cidrsOfPools(network),
  ];
}

/** The block's own prefix with its place, when the author wrote one: Amazon's and sized ones are known after apply. */
export function cidrOfBlock({ path, source }: Ipv6Block): readonly WrittenText[] {
  if (source.kind === "byoip") return [{ path: [...path, "byoip", "cidr"], cidr: source.cidr }];
  if (source.kind !== "ipam" || source.cidr === null) return [];
  return [{ path: [...path, "ipam", "cidr"], cidr: source.cidr }];
}

function cidrsOfPools({ ipam }: Network): readonly WrittenText[] {
  return (ipam?.pools ?? []).flatMap(({ cidrs }) =>
    cidrs.flatMap(({ path, block }) => {
      if (block.kind === "netmask-length") return [];
      const key = block.kind === "byoip" ? ["byoip", "cidr"] : ["cidr"];
      return [{ path: [...path, ...key], cidr: block.cidr }];
    }),
  );
}

function lenientAnyLength(network: Network): readonly WrittenText[] {
  return [
    ...network.networkAcls.flatMap((acl) =>
      acl.entries.flatMap(({ path, cidr }) =>
        cidr.kind === "cidr" ? [{ path: [...path, "cidr", cidrKey(cidr.family)], cidr: cidr.cidr }] : [],
      ),
    ),
    ...network.prefixLists.flatMap((list) =>
      list.entries.map(({ path, cidr }) => ({ path: [...path, "cidr"], cidr })),
    ),
    ...network.vpnConnections.flatMap(({ routes }) =>
      routes.map(({ path, destination }) => ({ path: [...path, "destination"], cidr: destination })),
    ),
    ...network.loadBalancers.flatMap(({ listeners }) =>
      listeners.flatMap(({ rules }) => rules.flatMap(cidrsOfListenerRule)),
    ),
  ];
}

function cidrsOfVpnConnection({ path, networkCidrs }: VpnConnection): readonly WrittenText[] {
  return Object.entries(networkCidrs).flatMap(([key, cidr]: readonly [string, Cidr | null]) =>
    cidr === null ? [] : [{ path: [...path, key], cidr }],
  );
}

function cidrOfRule({ path, direction, peer }: SecurityGroupRule): readonly WrittenText[] {
  if (peer.kind !== "cidr") return [];
  const side = direction === "ingress" ? "from" : "to";
  return [{ path: [...path, side, cidrKey(peer.family)], cidr: peer.cidr }];
}

function cidrsOfListenerRule({ path, conditions }: ListenerRule): readonly WrittenText[] {
  return conditions.cidrs.map((cidr, index) => ({ path: [...path, "sourceIp", "cidrs", index], cidr }));
}

function cidrKey(family: "ipv4" | "ipv6"): string {
  return family === "ipv4" ? "cidrIpv4" : "cidrIpv6";
}
