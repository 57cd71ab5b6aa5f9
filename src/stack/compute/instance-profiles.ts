import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile/index.js";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { InstanceProfile } from "../../model/types/compute.ts";
import type { Network } from "../../model/types/network.ts";
import { withNameTag } from "../name-tag.ts";
import type { ComputeMade } from "../resources.ts";
import { waitFor } from "../wait-for.ts";

/** Lets EC2, and nobody else, hand the role to a host. */
const EC2_TRUST_POLICY = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
};

/** Adds a role, its policy attachments and an instance profile for each profile of the model; returns the latter by name. */
export function addInstanceProfiles(scope: Construct, network: Network): ComputeMade["instanceProfiles"] {
  return new Map(
    network.compute.instanceProfiles.map((profile) => [profile.name, addInstanceProfile(scope, profile)]),
  );
}

function addInstanceProfile(scope: Construct, profile: InstanceProfile): IamInstanceProfile {
  const tags = withNameTag(profile.displayName, profile.tags);
  const role = new IamRole(scope, terraformAddress("aws_iam_role", profile.name), {
    name: profile.displayName,
    assumeRolePolicy: JSON.stringify(EC2_TRUST_POLICY),
    tags,
  });
  const attachments = profile.policies.map(
    (policy) =>
      new IamRolePolicyAttachment(scope, terraformAddress("aws_iam_role_policy_attachment", policy.id), {
        role: role.name,
        policyArn: policy.arn,
      }),
  );
  return new IamInstanceProfile(scope, terraformAddress("aws_iam_instance_profile", profile.name), {
    name: profile.displayName,
    role: role.name,
    tags,
    // Hosts get their new profile before the role that they use is destroyed.
    lifecycle: { createBeforeDestroy: true },
    // A host that boots with the profile may use the policies at once: its user data often does.
    ...waitFor(attachments),
  });
}
