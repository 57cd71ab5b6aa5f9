import { describe, expect, it } from "vitest";
import { findingsWith, networkWith } from "./hosts-blueprint.ts";

describe("Terraform settings", () => {
  it("have their defaults, with the state outside cdktf's output folder", () => {
    expect(networkWith("").terraform).toEqual({
      path: ["terraform"],
      requiredVersion: ">= 1.9",
      awsProviderVersion: ">= 5.100, < 7.0",
      mayDestroy: [],
      dependsOn: [],
      assumeRole: null,
      backend: { kind: "local", path: "../../../terraform.tfstate.d/shop/terraform.tfstate" },
      handOver: { kind: "state" },
      states: [],
    });
  });

  it.each([
    [
      "s3: { bucket: state, key: shop.tfstate }",
      {
        kind: "s3",
        bucket: "state",
        key: "shop.tfstate",
        region: "eu-west-1",
        useLockfile: true,
        encrypt: true,
        kmsKeyId: null,
        profile: null,
        roleArn: null,
      },
    ],
    [
      "remote: { organization: acme, workspace: shop }",
      { kind: "remote", organization: "acme", workspace: "shop", hostname: "app.terraform.io" },
    ],
    [
      "cloud: { organization: acme, workspace: shop }",
      { kind: "cloud", organization: "acme", workspace: "shop", project: null, hostname: "app.terraform.io" },
    ],
    [
      "http: { address: 'https://state.example/shop', lockAddress: 'https://state.example/lock' }",
      {
        kind: "http",
        address: "https://state.example/shop",
        lockAddress: "https://state.example/lock",
        unlockAddress: null,
        lockMethod: "LOCK",
        unlockMethod: "UNLOCK",
        updateMethod: "POST",
      },
    ],
    ["local: { path: /var/state/shop.tfstate }", { kind: "local", path: "/var/state/shop.tfstate" }],
  ])("fill the backend %s", (written, backend) => {
    expect(networkWith(`terraform: { backend: { ${written} } }`).terraform.backend).toEqual(backend);
  });

  it("fill an assumed role", () => {
    const role = "arn:aws:iam::123456789012:role/deploy";
    expect(networkWith(`terraform: { assumeRole: { roleArn: "${role}" } }`).terraform.assumeRole).toEqual({
      roleArn: role,
      sessionName: null,
      externalId: null,
    });
  });

  it.each(["terraform.tfstate", "./x/../y.tfstate", "../../y.tfstate"])(
    "refuse state inside the output folder: %s",
    (path) => {
      expect(findingsWith(`terraform: { backend: { local: { path: ${path} } } }`)).toEqual([
        `model/state-in-output-folder at terraform.backend.local.path: state at "${path}" would lie inside the output folder ` +
          `(write a path outside it, such as "../../../terraform.tfstate.d/shop/terraform.tfstate")`,
      ]);
    },
  );

  // Whether a path comes back by the folder's name, only cdktf.json knows: test/cli/output-of-cdktf.test.ts.
  it.each(["../../../y.tfstate", "../../../generated/y.tfstate", "/generated/y.tfstate"])(
    "take state outside the output folder: %s",
    (path) => {
      expect(findingsWith(`terraform: { backend: { local: { path: ${path} } } }`)).toEqual([]);
    },
  );
});

describe("acceptances", () => {
  it("keep the author's order and know where they stand", () => {
    const { acceptances } = networkWith(`
accept:
  - { rule: z-rule, at: network.subnets.app, reason: agreed with the team, until: 2030-01-31 }
  - { rule: a-rule, at: network, reason: agreed with the team }
`);
    expect(acceptances).toEqual([
      {
        path: ["accept", 0],
        rule: "z-rule",
        at: "network.subnets.app",
        reason: "agreed with the team",
        until: "2030-01-31",
      },
      { path: ["accept", 1], rule: "a-rule", at: "network", reason: "agreed with the team", until: null },
    ]);
  });
});
