import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import { awsStackName, displayName, limitName } from "../names.ts";

/** The longest name of an endpoint, rule, list, group or log: botocore 1.43.107, route53resolver, shape Name. */
const NAME_LENGTH = 64;

/** The name in AWS of something of Route 53 Resolver. */
export function resolverName(blueprint: Blueprint, name: string): string {
  return limitName(displayName(awsStackName(blueprint), name), NAME_LENGTH);
}
