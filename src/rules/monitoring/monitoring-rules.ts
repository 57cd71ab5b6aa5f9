import { alarmPeriod } from "./alarm-period.ts";
import { flowLogFieldUnknown } from "./flow-log-field-unknown.ts";
import { flowLogWithoutIpv6Fields } from "./flow-log-without-ipv6-fields.ts";
import { ipv6MetricUnknown } from "./ipv6-metric-unknown.ts";
import { logRetentionDays } from "./log-retention-days.ts";
import { metricFilterFieldMissing } from "./metric-filter-field-missing.ts";
import { metricFilterWithoutLogGroup } from "./metric-filter-without-log-group.ts";

/** The rules on monitoring, sorted by id. */
export const monitoringRules = [
  alarmPeriod,
  flowLogFieldUnknown,
  flowLogWithoutIpv6Fields,
  ipv6MetricUnknown,
  logRetentionDays,
  metricFilterFieldMissing,
  metricFilterWithoutLogGroup,
] as const;
