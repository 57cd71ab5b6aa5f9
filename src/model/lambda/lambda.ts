import type { Path } from "../../base/path.ts";
import type { Blueprint, LambdaFunction as WrittenFunction } from "../../blueprint/blueprint.generated.ts";
import { serviceRole } from "../compute/service-roles.ts";
import { type Context, sortedEntries } from "../context.ts";
import type { Declared } from "../declared.ts";
import { awsNameOf, awsStackName, displayName, limitName } from "../names.ts";
import { knownNames, knownTiers } from "../references.ts";
import type { Lambda, LambdaCode, LambdaFunction } from "../types/lambda.ts";

/** Most characters in a function's name. */
const FUNCTION_NAME_LENGTH = 64;

/** Lets a function write its log, and Lambda make and remove the function's network interfaces. */
const VPC_ACCESS_POLICY = "service-role/AWSLambdaVPCAccessExecutionRole";

/** The functions of the blueprint, each with its role. */
export function normaliseLambda(context: Context, blueprint: Blueprint, declared: Declared): Lambda {
  const functions = sortedEntries(blueprint.lambda.functions).map(([name, written]) =>
    normaliseFunction(context, blueprint, declared, name, written),
  );
  return { functions };
}

function normaliseFunction(
  context: Context,
  blueprint: Blueprint,
  { tiers, securityGroups }: Declared,
  name: string,
  written: WrittenFunction,
): LambdaFunction {
  const path: Path = ["lambda", "functions", name];
  const own = knownTiers(context, written.subnets, tiers, [...path, "subnets"]);
  const fullName = limitName(
    displayName(awsStackName(blueprint), awsNameOf(name, written)),
    FUNCTION_NAME_LENGTH,
  );
  return {
    name,
    path,
    displayName: fullName,
    description: written.description ?? null,
    code: codeOf(written.code),
    architecture: written.architecture,
    memorySize: written.memorySize,
    timeout: written.timeout,
    environment: written.environment,
    tiers: own.map((tier) => tier.name),
    subnets: own.flatMap((tier) => tier.subnets.map(({ id }) => id)),
    securityGroups: knownNames(context, "security group", written.securityGroups, securityGroups, [
      ...path,
      "securityGroups",
    ]),
    ipv6AllowedForDualStack: written.ipv6AllowedForDualStack,
    role: roleOf(blueprint, name, fullName, written),
    tags: written.tags,
  };
}

function roleOf(blueprint: Blueprint, name: string, fullName: string, written: WrittenFunction) {
  return serviceRole(
    {
      id: `lambda_${name}`,
      displayName: fullName,
      namePrefix: "lambda-",
      service: "lambda.amazonaws.com",
      managedPolicies: [VPC_ACCESS_POLICY, ...written.managedPolicies],
      tags: written.tags,
    },
    blueprint.region,
  );
}

function codeOf(written: WrittenFunction["code"]): LambdaCode {
  if (written.image !== undefined) return { kind: "image", uri: written.image };
  const { bucket, key, objectVersion, runtime, handler } = written.s3;
  return { kind: "s3", bucket, key, objectVersion: objectVersion ?? null, runtime, handler };
}
