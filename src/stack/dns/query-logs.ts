import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import { Route53ResolverQueryLogConfig } from "@cdktf/provider-aws/lib/route53-resolver-query-log-config/index.js";
import { Route53ResolverQueryLogConfigAssociation } from "@cdktf/provider-aws/lib/route53-resolver-query-log-config-association/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import type { ResolverQueryLog } from "../../model/types/resolver.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import type { VpcMade } from "../resources.ts";

/** Adds the logs of DNS queries, each with its log group where it has one, for the VPC. */
export function addQueryLogs(scope: Construct, { route53 }: Network, { vpc }: Pick<VpcMade, "vpc">): void {
  for (const model of route53.resolverQueryLogs) {
    const { name, displayName, tags } = model;
    const config = new Route53ResolverQueryLogConfig(
      scope,
      terraformAddress("aws_route53_resolver_query_log_config", name),
      {
        name: displayName,
        destinationArn: destinationArn(scope, model),
        tags: withNameTag(displayName, tags),
      },
    );
    new Route53ResolverQueryLogConfigAssociation(
      scope,
      terraformAddress("aws_route53_resolver_query_log_config_association", name),
      { resolverQueryLogConfigId: config.id, resourceId: vpc.id },
    );
  }
}

/**
 * Resolver adds its right to the log groups' resource policy itself; names that begin with `/aws/vendedlogs/` do not
 * count against the length of that policy.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html
 */
function destinationArn(
  scope: Construct,
  { name, displayName, destination, tags }: ResolverQueryLog,
): string {
  if (destination.kind === "arn") return destination.destinationArn;
  const id = terraformAddress("aws_cloudwatch_log_group", `query_log_${name}`);
  return new CloudwatchLogGroup(scope, id, {
    name: `/aws/vendedlogs/route53-resolver/${displayName}`,
    retentionInDays: destination.retentionInDays,
    ...omitNull({ kmsKeyId: destination.kmsKeyId }),
    tags: withNameTag(displayName, tags),
  }).arn;
}
