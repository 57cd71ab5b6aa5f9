import { readFileSync } from "node:fs";
import { DbInstance } from "@cdktf/provider-aws/lib/db-instance/index.js";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import { App } from "cdktf";
import { describe, expect, it } from "vitest";
import { buildStack } from "../../../src/stack/build-stack.ts";
import { TerraformResource } from "../../../src/stack/engine.ts";
import { findResourceIn } from "../../../src/stack/hooks/find-resource.ts";
import { readUserHook, type UserAddition, type UserHook } from "../../../src/stack/hooks/user-hook.ts";
import { networkFrom } from "../../support/network.ts";

const BLUEPRINT = `
apiVersion: hextet/v1
name: app
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16, ipv6: { amazonProvided: {} } }
  availabilityZones: [a, b]
  subnets: { app: { internet: none, addressing: dual-stack, slot: 1 } }
rds:
  subnetGroups: { main: { subnets: [app] } }
  instances:
    orders: { engine: postgres, engineVersion: "17.4", instanceClass: db.t4g.small, allocatedStorageGib: 20, subnetGroup: main }
`;

const addition = {
  id: "exports",
  title: "Adds a bucket for what the database exports.",
  isNeeded: ({ rds }) => rds.instances.length > 0,
  apply(stack, { find }) {
    const database = find(DbInstance, "orders");
    const bucket = new S3Bucket(stack, "aws_s3_bucket.exports", { bucketPrefix: `${database.identifier}-` });
    return { outputs: { exports: bucket.arn } };
  },
} satisfies UserAddition;

function read(exported: unknown): UserHook {
  const hook = readUserHook(exported);
  if (typeof hook === "string") throw new Error(hook);
  return hook;
}

function built(yaml: string, hook: UserHook) {
  const network = networkFrom(yaml, [hook]);
  return { network, stack: buildStack(new App(), network, [hook]) };
}

describe("an addition of the user's own", () => {
  it("needs no gaps, is in use where it is needed, and finds a database by class and name", () => {
    const { network, stack } = built(BLUEPRINT, read(addition));
    expect(network.hooks.find(({ id }) => id === "exports")).toMatchObject({
      state: "hook",
      reason: "it adds to the stack, and fills no gap of the provider",
    });
    expect(JSON.stringify(stack.toTerraform())).toContain(
      '"exports":{"bucket_prefix":"${aws_db_instance.orders.identifier}-"}',
    );
  });

  it.each([
    [BLUEPRINT.replace(/rds:[\s\S]*/, ""), "the blueprint needs nothing of it"],
    [`${BLUEPRINT}terraform: { hooks: { exports: native } }\n`, "terraform.hooks says native"],
  ])("is not in use otherwise", (yaml, reason) => {
    const { hooks } = networkFrom(yaml, [read(addition)]);
    expect(hooks.find(({ id }) => id === "exports")).toMatchObject({ state: "unused", reason });
  });

  it("is refused where it has some of the keys of a hook and not the others", () => {
    expect(readUserHook({ ...addition, automatic: true })).toContain("has no list `gaps`");
    expect(readUserHook({ ...addition, gaps: [] })).toContain("has no list `gaps`");
    expect(readUserHook({ ...addition, title: "" })).toBe("has no `title`");
    expect(readUserHook(undefined)).toContain("is not exported");
  });

  it("is told which names there are where it looks for another", () => {
    const lost = read({
      ...addition,
      apply: (_: unknown, { find }: Parameters<UserAddition["apply"]>[1]) => {
        find(DbInstance, "order");
        return { outputs: {} };
      },
    });
    expect(() => built(BLUEPRINT, lost)).toThrow('there is no aws_db_instance.order: did you mean "orders"?');
  });
});

it("every resource of a stack is found by its class and its name", () => {
  const file = new URL("../../blueprint/ok/everything.yaml", import.meta.url);
  const stack = buildStack(new App(), networkFrom(readFileSync(file, "utf8")));
  const find = findResourceIn(stack);
  const classes = new Set<string>();
  for (const one of stack.node.children) {
    if (!TerraformResource.isTerraformResource(one) || one.terraformResourceType === "terraform_data")
      continue;
    const kind = one.constructor as Parameters<typeof find>[0];
    if (kind.tfResourceType !== one.terraformResourceType) continue;
    expect(find(kind, one.node.id.slice(kind.tfResourceType.length + 1))).toBe(one);
    classes.add(kind.tfResourceType);
  }
  expect([...classes]).toEqual(
    expect.arrayContaining([
      "aws_eks_cluster",
      "aws_ecs_service",
      "aws_lambda_function",
      "aws_db_instance",
      "aws_lb",
    ]),
  );
});
