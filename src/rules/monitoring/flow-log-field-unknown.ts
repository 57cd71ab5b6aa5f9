import { routingFacts } from "../../aws/facts/routing.ts";
import { FLOW_LOG_FIELDS, isFlowLogField } from "../../aws/flow-log-fields.ts";
import { didYouMean } from "../../base/did-you-mean.ts";
import type { Rule } from "../rule.ts";

/** A warning, for AWS adds fields: the list may be older than the field. */
export const flowLogFieldUnknown: Rule<"flow-log-field-unknown"> = {
  id: "flow-log-field-unknown",
  severity: "warning",
  title: "A flow log records fields that AWS has.",
  why: "AWS refuses a flow log with a field that it does not know. Hextet's list is that of the VPC user guide on the day it was checked; a newer field is right in spite of this warning, and can be accepted.",
  sources: [routingFacts.flowLogFields],
  check({ flowLogs }, report) {
    const names = FLOW_LOG_FIELDS.map((field) => field.name);
    for (const { name, path, fields } of flowLogs) {
      fields.forEach((field, index) => {
        if (isFlowLogField(field)) return;
        report(
          [...path, "fields", index],
          `flow log "${name}" has an unknown field "${field}"`,
          didYouMean(field, names, "see the fields in the VPC user guide"),
        );
      });
    }
  },
};
