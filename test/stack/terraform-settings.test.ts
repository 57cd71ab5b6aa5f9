import { describe, expect, test } from "vitest";
import type { Backend, TerraformSettings } from "../../src/model/types/terraform-settings.ts";
import { at } from "../support/json.ts";
import { schemaProblems } from "../support/provider-schema.ts";
import { sampleNetwork } from "../support/sample-network.ts";
import { stackJson } from "../support/synth-json.ts";

function stackWith(terraform: Partial<TerraformSettings>) {
  return stackJson(sampleNetwork({ terraform: { ...sampleNetwork().terraform, ...terraform } }));
}

const S3: Backend = {
  kind: "s3",
  bucket: "state",
  key: "a/terraform.tfstate",
  region: "eu-central-1",
  useLockfile: true,
  encrypt: true,
  kmsKeyId: null,
  profile: null,
  roleArn: null,
};
const HTTP: Backend = {
  kind: "http",
  address: "https://state.example/a",
  lockAddress: null,
  unlockAddress: null,
  lockMethod: "LOCK",
  unlockMethod: "UNLOCK",
  updateMethod: "POST",
};
const S3_JSON = { bucket: "state", key: "a/terraform.tfstate", region: "eu-central-1", encrypt: true };
const HTTP_JSON = {
  address: "https://state.example/a",
  lock_method: "LOCK",
  unlock_method: "UNLOCK",
  update_method: "POST",
};

const BACKENDS: readonly (readonly [Backend, Record<string, unknown>])[] = [
  [{ kind: "local", path: "../x.tfstate" }, { backend: { local: { path: "../x.tfstate" } } }],
  [S3, { backend: { s3: { ...S3_JSON, use_lockfile: true } } }],
  [
    { ...S3, useLockfile: false, kmsKeyId: "arn:k", profile: "ops", roleArn: "arn:r" },
    {
      backend: {
        s3: { ...S3_JSON, kms_key_id: "arn:k", profile: "ops", assume_role: { role_arn: "arn:r" } },
      },
    },
  ],
  [
    { kind: "remote", organization: "acme", workspace: "net", hostname: "app.terraform.io" },
    {
      backend: {
        remote: { organization: "acme", hostname: "app.terraform.io", workspaces: { name: "net" } },
      },
    },
  ],
  [
    { kind: "cloud", organization: "acme", workspace: "net", project: "p", hostname: "tfe.example" },
    {
      cloud: {
        organization: "acme",
        hostname: "tfe.example",
        workspaces: { name: "net", project: "p" },
      },
    },
  ],
  [HTTP, { backend: { http: HTTP_JSON } }],
  [
    { ...HTTP, lockAddress: "https://l", unlockAddress: "https://u" },
    { backend: { http: { ...HTTP_JSON, lock_address: "https://l", unlock_address: "https://u" } } },
  ],
];

describe("the terraform block", () => {
  test.each(BACKENDS)("with backend %j", (backend, expected) => {
    expect(stackWith({ backend })["terraform"]).toEqual({
      required_providers: { aws: { source: "hashicorp/aws", version: ">= 5.100, < 7.0" } },
      required_version: ">= 1.9",
      ...expected,
    });
  });

  test("asks for the versions of the blueprint", () => {
    const json = stackWith({ requiredVersion: "~> 1.11", awsProviderVersion: "~> 5.90" });
    expect(at(json, "terraform", "required_version")).toBe("~> 1.11");
    expect(at(json, "terraform", "required_providers", "aws", "version")).toBe("~> 5.90");
  });

  test("tells the cdktf command which backend it is", () => {
    const cloud: Backend = {
      kind: "cloud",
      organization: "acme",
      workspace: "net",
      project: null,
      hostname: "app.terraform.io",
    };
    expect(at(stackWith({ backend: cloud }), "//", "metadata")).toMatchObject({
      backend: "cloud",
      cloud: "tfc",
    });
    expect(at(stackWith({ backend: S3 }), "//", "metadata", "backend")).toBe("s3");
  });
});

describe("the provider", () => {
  test("gets the region, the default tags and the role", () => {
    const assumeRole = { roleArn: "arn:aws:iam::1:role/net", sessionName: "hextet", externalId: "42" };
    const terraform = { ...sampleNetwork().terraform, assumeRole };
    const json = stackJson(sampleNetwork({ tags: { "cost-centre": "7", camelCase: "kept" }, terraform }));
    expect(schemaProblems(json)).toEqual([]);
    expect(json["provider"]).toEqual({
      aws: [
        {
          region: "eu-west-1",
          default_tags: [{ tags: { "cost-centre": "7", camelCase: "kept" } }],
          assume_role: [{ role_arn: "arn:aws:iam::1:role/net", session_name: "hextet", external_id: "42" }],
        },
      ],
    });
  });

  test("gets nothing that the blueprint leaves out", () => {
    const assumeRole = { roleArn: "arn:aws:iam::1:role/net", sessionName: null, externalId: null };
    expect(at(stackWith({ assumeRole }), "provider", "aws")).toEqual([
      { region: "eu-west-1", assume_role: [{ role_arn: "arn:aws:iam::1:role/net" }] },
    ]);
    expect(at(stackWith({}), "provider", "aws")).toEqual([{ region: "eu-west-1" }]);
  });
});
