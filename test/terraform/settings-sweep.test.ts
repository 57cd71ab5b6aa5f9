import { beforeAll, expect, test } from "vitest";
import { blueprintSchema } from "../../src/blueprint/schema.ts";
import { askProviderBlocks, askSettings } from "../support/sweep/ask-settings.ts";
import { candidatesFor } from "../support/sweep/candidates.ts";
import { compileCandidate, withValue } from "../support/sweep/compile-candidate.ts";
import { placesIn } from "../support/sweep/places.ts";
import { describeWithTools, findTerraform } from "../support/tools.ts";

const MINUTES = 60_000;

/** Settings that Terraform reads without a network: the backends `remote` and `cloud` call their host at once. */
const BASES = {
  s3: {
    requiredVersion: ">= 1.9",
    backend: {
      s3: {
        bucket: "example-state",
        key: "edge.tfstate",
        region: "eu-west-1",
        kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-96ef-1234567890ab",
        roleArn: "arn:aws:iam::123456789012:role/state",
      },
    },
  },
  http: {
    backend: {
      http: { address: "http://127.0.0.1:1/a", lockAddress: "http://127.0.0.1:1/b", updateMethod: "PUT" },
    },
  },
  local: { backend: { local: { path: "../../../state/edge.tfstate" } } },
};

const blueprintWith = (terraform: unknown) => ({
  apiVersion: "hextet/v1",
  name: "edge",
  region: "eu-west-1",
  terraform,
  network: {
    vpc: { ipv4Cidr: "10.20.0.0/16" },
    availabilityZones: ["a"],
    subnets: { app: { addressing: "dual-stack", internet: "none", slot: 0 } },
  },
});

interface Asked {
  readonly what: string;
  readonly hextet: readonly string[];
  readonly terraform: readonly string[];
}

describeWithTools("Terraform's own settings", findTerraform(), (tools) => {
  const asked: Asked[] = [];
  beforeAll(async () => {
    for (const settings of Object.values(BASES)) {
      const base = blueprintWith(settings);
      const places = placesIn(base, blueprintSchema).filter(({ key }) =>
        /^terraform\.(requiredVersion|backend\.)/.test(key),
      );
      for (const { place, value } of places.flatMap(candidatesFor)) {
        const { errors, json } = compileCandidate(withValue(base, place.path, value));
        // What Hextet refuses need not be asked.
        const terraform = json === null || errors.length > 0 ? [] : await askSettings(tools, json);
        asked.push({ what: `${place.key} = ${JSON.stringify(value)}`, hextet: errors, terraform });
      }
    }
  }, 5 * MINUTES);

  test("are taken by Hextet in many forms, and refused in many", () => {
    expect(asked.filter(({ hextet }) => hextet.length === 0).length).toBeGreaterThan(40);
    expect(asked.filter(({ hextet }) => hextet.length > 0).length).toBeGreaterThan(40);
  });

  test("are refused by Terraform itself too, before it calls anybody", async () => {
    const key = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd";
    const s3 = { bucket: "example-state", key: "/edge/", region: "eu-west-1", kms_key_id: key };
    const told = await askSettings(tools, { terraform: { required_version: ">= 1.9", backend: { s3 } } });
    expect(told.join()).toMatch(/must not start or end with "\/".*valid KMS Key ARN/s);
  });

  test("are never refused by Terraform when Hextet takes them", () => {
    const worse = asked.filter(({ terraform }) => terraform.length > 0);
    expect(worse.map(({ what, terraform }) => `${what}: ${terraform.join("; ")}`)).toEqual([]);
  });
});

describeWithTools("The block of the provider", findTerraform(), (tools) => {
  const assumeRole = {
    roleArn: "arn:aws:iam::123456789012:role/path/network",
    sessionName: "hextet",
    externalId: "network-team",
  };
  const base = { ...blueprintWith({ assumeRole }), tags: { team: "network" } };
  const asked: Asked[] = [];
  beforeAll(async () => {
    const places = placesIn(base, blueprintSchema).filter(({ key }) =>
      /^(terraform\.assumeRole|tags|region)\b/.test(key),
    );
    const told = places.flatMap(candidatesFor).map(({ place, value }) => ({
      what: `${place.key} = ${JSON.stringify(value)?.slice(0, 80)}`,
      ...compileCandidate(withValue(base, place.path, value)),
    }));
    const taken = told.flatMap(({ what, errors, json }) =>
      errors.length > 0 || json === null ? [] : [{ what, json }],
    );
    const answers = await askProviderBlocks(
      tools,
      taken.map(({ json }) => json),
    );
    asked.push(...taken.map(({ what }, index) => ({ what, hextet: [], terraform: answers[index] ?? [] })));
    const refused = told.filter(({ errors }) => errors.length > 0);
    asked.push(...refused.map(({ what, errors }) => ({ what, hextet: errors, terraform: [] })));
  }, 5 * MINUTES);

  test("is taken by Hextet in many forms, and refused in many", () => {
    expect(asked.filter(({ hextet }) => hextet.length === 0).length).toBeGreaterThan(10);
    expect(asked.filter(({ hextet }) => hextet.length > 0).length).toBeGreaterThan(10);
  });

  test("is refused by the provider itself too", async () => {
    const provider = (role: object) => ({
      provider: { aws: [{ region: "eu-west-1", assume_role: [role] }] },
    });
    const [good, bad] = await askProviderBlocks(tools, [
      provider({ role_arn: assumeRole.roleArn }),
      provider({ role_arn: "arn:x", external_id: "a" }),
    ]);
    expect(good).toEqual([]);
    expect(bad?.join()).toMatch(/external_id/);
  });

  test("is never refused by the provider when Hextet takes it", () => {
    const worse = asked.filter(({ terraform }) => terraform.length > 0);
    expect(worse.map(({ what, terraform }) => `${what}: ${terraform.join("; ")}`)).toEqual([]);
  });
});
