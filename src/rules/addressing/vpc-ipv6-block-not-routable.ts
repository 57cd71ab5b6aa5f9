import { addressingFacts } from "../../aws/facts/addressing.ts";
import { overlaps } from "../../base/prefix.ts";
import { knownCidr } from "../../model/addressing/cidr.ts";
import { ipv6Blocks } from "../../model/addressing/vpc.ts";
import type { Rule } from "../rule.ts";

const NEVER_ROUTED = ["fe80::/10", "ff00::/8"].map((text) => knownCidr(text).prefix);

/** Link-local and multicast addresses are nobody's network. */
export const vpcIpv6BlockNotRoutable: Rule<"vpc-ipv6-block-not-routable"> = {
  id: "vpc-ipv6-block-not-routable",
  severity: "error",
  title: "The IPv6 block of a VPC is neither link-local nor multicast.",
  why: "Every interface has addresses of fe80::/10 for its own link, and ff00::/8 are groups: no router forwards to either, and no registry gives them away, so that EC2 has no such block to associate.",
  sources: [addressingFacts.linkLocalIsNoVpcBlock],
  check({ vpc }, report) {
    for (const { path, source } of ipv6Blocks(vpc)) {
      const cidr = source.kind === "byoip" || source.kind === "ipam" ? source.cidr : null;
      if (cidr === null || !NEVER_ROUTED.some((range) => overlaps(range, cidr.prefix))) continue;
      report(
        [...path, source.kind, "cidr"],
        `VPC block "${cidr.text}" can be routed nowhere`,
        "write the global block that your registry gave you",
      );
    }
  },
};
