import { DefaultNetworkAcl } from "@cdktf/provider-aws/lib/default-network-acl/index.js";
import { DefaultRouteTable } from "@cdktf/provider-aws/lib/default-route-table/index.js";
import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group/index.js";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import type { Construct } from "constructs";
import type { Network } from "../../model/types/network.ts";
import type { ITerraformDependable } from "../engine.ts";
import { withNameTag } from "../name-tag.ts";
import type { Made } from "../resources.ts";
import { waitFor } from "../wait-for.ts";

// AWS's own entries of a default network ACL, in both families; the numbers are AWS's too.
const ALLOW_ALL = [
  { ruleNo: 100, cidrBlock: "0.0.0.0/0" },
  { ruleNo: 101, ipv6CidrBlock: "::/0" },
].map((entry) => ({ ...entry, action: "allow", protocol: "-1", fromPort: 0, toPort: 0 }));

/** What filters each subnet: where the default network ACL is emptied, its subnets have their own by then. */
interface DefaultsNeeds {
  readonly ownVpc: Vpc | null;
  readonly networkAclRules: Made<readonly ITerraformDependable[]>;
}

/** Takes over what AWS made with the VPC, as the blueprint says; nothing of a VPC managed outside this stack. */
export function addVpcDefaults(
  scope: Construct,
  { awsName, vpc: { defaults, tags } }: Network,
  { ownVpc, networkAclRules }: DefaultsNeeds,
): void {
  if (ownVpc === null) return;
  const named = { tags: withNameTag(`${awsName}-default`, tags) };
  if (defaults.securityGroup === "emptied") {
    // Written as empty lists, or a rule that somebody adds would not be seen.
    new DefaultSecurityGroup(scope, "aws_default_security_group.main", {
      vpcId: ownVpc.id,
      ingress: [],
      egress: [],
      ...named,
    });
  }
  if (defaults.routeTable === "emptied") {
    const defaultRouteTableId = ownVpc.defaultRouteTableId;
    new DefaultRouteTable(scope, "aws_default_route_table.main", {
      defaultRouteTableId,
      route: [],
      ...named,
    });
  }
  if (defaults.networkAcl !== "untouched") {
    const entries = defaults.networkAcl === "allowAll" ? ALLOW_ALL : [];
    new DefaultNetworkAcl(scope, "aws_default_network_acl.main", {
      defaultNetworkAclId: ownVpc.defaultNetworkAclId,
      ingress: entries,
      egress: entries,
      // Which subnets are left to it changes with every other ACL, and is not for it to say.
      lifecycle: { ignoreChanges: ["subnet_ids"] },
      ...waitFor([...networkAclRules.values()].flat()),
      ...named,
    });
  }
}
