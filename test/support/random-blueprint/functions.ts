import fc from "fast-check";
import type { Tier } from "./tiers.ts";
import { type Drawn, only, pick, pickAtLeastOne, rarely, sometimes, standing, type Tree } from "./tree.ts";

const IMAGE = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1";

/** What is drawn of a Lambda function. */
export const functionDraft = sometimes(
  fc.record({
    standing,
    fromBucket: sometimes(
      fc.record({ runtime: fc.constantFrom("python3.13", "nodejs22.x"), hasVersion: fc.boolean() }),
    ),
    architecture: fc.constantFrom(undefined, "x86_64", "arm64"),
    memorySize: fc.constantFrom(undefined, 128, 512, 10_240),
    timeout: fc.constantFrom(undefined, 1, 900),
    environment: fc.constantFrom(undefined, { STAGE: "a b ${c}", AWS_USE_DUALSTACK_ENDPOINT: "true" }),
    description: fc.constantFrom(undefined, "answers orders %{if}"),
    mayUseQueues: rarely(30),
  }),
);
type FunctionDraft = Drawn<typeof functionDraft>;

/** `lambda`: at most one function, in a tier with IPv4. */
export function lambdaOf(
  draft: FunctionDraft,
  tiers: readonly Tier[],
  groups: readonly string[],
): Tree | undefined {
  if (draft === null) return undefined;
  const tier = pick(
    tiers.filter(({ hasIpv4 }) => hasIpv4),
    draft.standing.tier,
  );
  if (tier === null) return undefined;
  const { architecture, memorySize, timeout, environment, description, fromBucket } = draft;
  const main = {
    code: fromBucket === null ? { image: IMAGE } : { s3: s3Code(fromBucket) },
    ...{ architecture, memorySize, timeout, environment, description },
    subnets: [tier.name],
    securityGroups: pickAtLeastOne(groups, draft.standing.groups),
    ipv6AllowedForDualStack: tier.addressing === "dual-stack" && draft.standing.dualStack ? true : undefined,
    managedPolicies: draft.mayUseQueues ? ["AmazonSQSReadOnlyAccess"] : undefined,
  };
  return { functions: only("main", main) };
}

function s3Code({ runtime, hasVersion }: { runtime: string; hasVersion: boolean }): Tree {
  const objectVersion = hasVersion ? "1" : undefined;
  return { bucket: "example-artifacts", key: "orders.zip", objectVersion, runtime, handler: "app.handler" };
}
