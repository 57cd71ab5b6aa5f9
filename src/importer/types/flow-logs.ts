import type { ValuesOf } from "../fields/field.ts";
import type { flowLogBucketArguments, flowLogFields } from "../fields/flow-log.ts";
import type { Found } from "./found.ts";

/** A flow log of the whole VPC. */
export interface FoundFlowLog extends Found, ValuesOf<typeof flowLogFields> {
  readonly files: ValuesOf<typeof flowLogBucketArguments>;
}
