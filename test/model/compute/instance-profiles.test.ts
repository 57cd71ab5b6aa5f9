import { describe, expect, it } from "vitest";
import { networkWith, only } from "../hosts-blueprint.ts";

describe("key pairs and instance profiles", () => {
  it("are named after the stack", () => {
    const { keyPairs, instanceProfiles } = networkWith(`
compute:
  keyPairs: { ops: { publicKey: "ssh-ed25519 AAAA ops\\n" } }
  instanceProfiles:
    ssm: { managedPolicies: [CloudWatchAgentServerPolicy, AmazonSSMManagedInstanceCore, 'arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy'] }
`).compute;
    expect(keyPairs).toEqual([
      {
        name: "ops",
        path: ["compute", "keyPairs", "ops"],
        displayName: "shop-ops",
        publicKey: "ssh-ed25519 AAAA ops",
        tags: {},
      },
    ]);
    expect(instanceProfiles).toEqual([
      {
        name: "ssm",
        path: ["compute", "instanceProfiles", "ssm"],
        displayName: "shop-ssm",
        policies: [
          {
            id: "ssm_amazon-ssm-managed-instance-core",
            arn: "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
          },
          {
            id: "ssm_cloud-watch-agent-server-policy",
            arn: "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy",
          },
        ],
        tags: {},
      },
    ]);
  });

  it("tell policies of one name apart", () => {
    const own = "arn:aws:iam::123456789012:policy/team/AmazonS3ReadOnlyAccess";
    const { instanceProfiles } = networkWith(
      `compute: { instanceProfiles: { p: { managedPolicies: [AmazonS3ReadOnlyAccess, "${own}"] } } }`,
    ).compute;
    const { policies } = only(instanceProfiles);
    expect(policies.map(({ arn }) => arn).sort()).toEqual([
      own,
      "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess",
    ]);
    expect(new Set(policies.map(({ id }) => id)).size).toBe(2);
    for (const { id } of policies) expect(id).toMatch(/^p_amazon-s3-read-only-access-[0-9a-f]{6}$/);
  });

  it("name a policy without a letter of the alphabet by its hash", () => {
    const { instanceProfiles } = networkWith(
      `compute: { instanceProfiles: { p: { managedPolicies: ["++", "@@"] } } }`,
    ).compute;
    const ids = only(instanceProfiles).policies.map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^p_[0-9a-f]{6}$/);
  });
});
