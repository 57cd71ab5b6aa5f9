import type { FlowLog, FlowLogBucket, FlowLogDestination } from "../../blueprint/blueprint.generated.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import { write } from "../fields/field.ts";
import { flowLogArguments, flowLogBucketArguments } from "../fields/flow-log.ts";
import type { FoundFlowLog } from "../types/flow-logs.ts";
import type { Draft } from "./draft.ts";
import { isImportId } from "./is-import-id.ts";
import { nameIn } from "./known.ts";
import { inNameOrder } from "./names.ts";
import { compact, type Section, type Sections } from "./section.ts";

/** Writes `network.flowLogs`: those of the whole VPC whose destination and fields a blueprint can say. */
export function writeFlowLogs(draft: Draft): Sections<FlowLog> {
  const name = nameIn(draft, "aws_flow_log", "network", "flowLogs");
  return Object.fromEntries(
    inNameOrder(draft.inventory.flowLogs).flatMap((found): [string, Section<FlowLog>][] => {
      const destination = destinationOf(found);
      const fields = fieldsIn(found.logFormat);
      if (destination === null || fields === null || !isImportId("aws_flow_log", found.id)) {
        const what = destination === null ? "destination" : "fields";
        const detail = `to ${found.destination || "nowhere known"}: a blueprint cannot say its ${what}`;
        draft.leaveOut({ kind: "flow log", id: found.id, detail });
        return [];
      }
      const own = name(found.id, found.name, "vpc");
      draft.importAs(terraformAddress("aws_flow_log", own), found.id);
      return [[own, compact<FlowLog>({ destination, ...write(flowLogArguments, found), fields })]];
    }),
  );
}

const LOG_GROUP = /^arn:aws[a-z-]*:logs:[a-z0-9-]+:[0-9]{12}:log-group:[^:*\s]+$/;
const ROLE = /^arn:aws[a-z-]*:iam::[0-9]{12}:role\/\S+$/;
const BUCKET = /^arn:aws[a-z-]*:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/\S*[^\s/])?$/;
const STREAM = /^arn:aws[a-z-]*:firehose:[a-z0-9-]+:[0-9]{12}:deliverystream[/:][a-zA-Z0-9_.-]{1,64}$/;

/** Null: a blueprint has no word for it, or would make a role beside the one that is there. */
function destinationOf(found: FoundFlowLog): Section<FlowLogDestination> | null {
  const { destinationType, destination, iamRoleArn, crossAccountRole } = found;
  if (crossAccountRole !== null) return null;
  if (destinationType === "cloud-watch-logs") return logGroupOf(destination, iamRoleArn ?? "");
  if (iamRoleArn !== null) return null;
  if (destinationType === "s3") return bucketOf(found);
  const isStream = destinationType === "kinesis-data-firehose" && STREAM.test(destination);
  return isStream ? { firehose: { deliveryStreamArn: destination } } : null;
}

function logGroupOf(logGroupArn: string, iamRoleArn: string): Section<FlowLogDestination> | null {
  const isSayable = LOG_GROUP.test(logGroupArn) && ROLE.test(iamRoleArn);
  return isSayable ? { existingLogGroup: { logGroupArn, iamRoleArn } } : null;
}

function bucketOf({ destination, files }: FoundFlowLog): Section<FlowLogDestination> | null {
  if (!BUCKET.test(destination) || /\/AWSLogs(\/|$)/.test(destination)) return null;
  return { s3: compact<FlowLogBucket>({ bucketArn: destination, ...write(flowLogBucketArguments, files) }) };
}

/** The names in `${version} ${srcaddr}`; null: it is written otherwise. */
function fieldsIn(format: string): readonly string[] | null {
  if (!/^\$\{[a-z][a-z0-9-]*\}( \$\{[a-z][a-z0-9-]*\})*$/.test(format)) return null;
  const fields = format.split(" ").map((field) => field.slice(2, -1));
  return new Set(fields).size === fields.length && fields.length <= 64 ? fields : null;
}
