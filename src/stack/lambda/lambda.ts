import {
  LambdaFunction as AwsLambdaFunction,
  type LambdaFunctionConfig,
} from "@cdktf/provider-aws/lib/lambda-function/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { LambdaCode, LambdaFunction } from "../../model/types/lambda.ts";
import type { Network } from "../../model/types/network.ts";
import { neededAtBoot } from "../compute/needed-at-boot.ts";
import { addServiceRole } from "../compute/service-roles.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import { type Made, type NetworkMade, resourceFor } from "../resources.ts";
import { waitFor } from "../wait-for.ts";

/** Adds the functions and their roles; returns the functions by name. */
export function addLambda(scope: Construct, network: Network, made: NetworkMade): Made<AwsLambdaFunction> {
  return new Map(
    network.lambda.functions.map((model) => [model.name, addFunction(scope, network, made, model)]),
  );
}

function addFunction(
  scope: Construct,
  network: Network,
  made: NetworkMade,
  model: LambdaFunction,
): AwsLambdaFunction {
  const { role, attachments } = addServiceRole(scope, model.role);
  const variables = { ...model.environment };
  return new AwsLambdaFunction(scope, terraformAddress("aws_lambda_function", model.name), {
    functionName: model.displayName,
    role: role.arn,
    ...codeArguments(model.code),
    architectures: [model.architecture],
    memorySize: model.memorySize,
    timeout: model.timeout,
    vpcConfig: {
      subnetIds: model.subnets.map((id) => resourceFor(made.subnets, id).id),
      securityGroupIds: model.securityGroups.map((name) => resourceFor(made.securityGroups, name).id),
      ipv6AllowedForDualStack: model.ipv6AllowedForDualStack,
    },
    tags: withNameTag(model.displayName, model.tags),
    ...omitNull({
      description: model.description,
      environment: Object.keys(variables).length === 0 ? null : { variables },
    }),
    // Lambda makes the network interfaces with the role's rights, and removes them with them: they go last.
    ...waitFor([...attachments, ...neededAtBoot(network, made, model)]),
  });
}

type CodeArguments = Pick<
  LambdaFunctionConfig,
  "packageType" | "s3Bucket" | "s3Key" | "s3ObjectVersion" | "runtime" | "handler" | "imageUri"
>;

function codeArguments(code: LambdaCode): CodeArguments {
  if (code.kind === "image") return { packageType: "Image", imageUri: code.uri };
  return {
    packageType: "Zip",
    s3Bucket: code.bucket,
    s3Key: code.key,
    runtime: code.runtime,
    handler: code.handler,
    ...omitNull({ s3ObjectVersion: code.objectVersion }),
  };
}
