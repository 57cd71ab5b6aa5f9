import { flowLogFieldUnknown } from "./flow-log-field-unknown.ts";
import { flowLogWithoutIpv6Fields } from "./flow-log-without-ipv6-fields.ts";
import { ipv6MetricUnknown } from "./ipv6-metric-unknown.ts";
import { metricFilterFieldMissing } from "./metric-filter-field-missing.ts";
import { metricFilterWithoutLogGroup } from "./metric-filter-without-log-group.ts";

/** The rules on monitoring, sorted by id. */
export const monitoringRules = [
  flowLogFieldUnknown,
  flowLogWithoutIpv6Fields,
  ipv6MetricUnknown,
  metricFilterFieldMissing,
  metricFilterWithoutLogGroup,
] as const;
