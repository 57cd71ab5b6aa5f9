import type { Path } from "../../base/path.ts";
import type { Blueprint, ResolverQueryLog as WrittenLog } from "../../blueprint/blueprint.generated.ts";
import { sortedEntries } from "../context.ts";
import { awsNameOf } from "../names.ts";
import type { QueryLogDestination, ResolverQueryLog } from "../types/resolver.ts";
import { resolverName } from "./resolver-name.ts";

/** The query logs, sorted by name. */
export function normaliseResolverQueryLogs(blueprint: Blueprint): readonly ResolverQueryLog[] {
  return sortedEntries(blueprint.route53.resolverQueryLogs).map(([name, written]) => {
    const path: Path = ["route53", "resolverQueryLogs", name];
    const displayName = resolverName(blueprint, awsNameOf(name, written));
    return { name, path, displayName, destination: destinationOf(written), tags: written.tags };
  });
}

function destinationOf({ destination }: WrittenLog): QueryLogDestination {
  if (destination.cloudWatchLogs !== undefined) {
    const { retentionInDays, kmsKeyId = null } = destination.cloudWatchLogs;
    return { kind: "cloud-watch-logs", retentionInDays, kmsKeyId };
  }
  if (destination.firehose !== undefined)
    return { kind: "arn", destinationArn: destination.firehose.deliveryStreamArn };
  const { bucketArn, prefix } = destination.s3;
  return { kind: "arn", destinationArn: prefix === undefined ? bucketArn : `${bucketArn}/${prefix}` };
}
