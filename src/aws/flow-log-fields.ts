/** A field of a VPC flow log record. */
export interface FlowLogField {
  /** As it stands in a format, without `${}`. */
  readonly name: string;
  /** The version of VPC Flow Logs that brought it. */
  readonly version: number;
}

/**
 * Every field of a VPC flow log record, in AWS's order: https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
 * Versions 2 to 5 are as the guide has them; the fields of 7 to 11 are as public configurations use them. Checked on
 * 2026-11-21.
 */
export const FLOW_LOG_FIELDS: readonly FlowLogField[] = [
  ...fieldsOf(
    2,
    "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status",
  ),
  ...fieldsOf(3, "vpc-id subnet-id instance-id tcp-flags type pkt-srcaddr pkt-dstaddr"),
  ...fieldsOf(4, "region az-id sublocation-type sublocation-id"),
  ...fieldsOf(5, "pkt-src-aws-service pkt-dst-aws-service flow-direction traffic-path"),
  ...fieldsOf(
    7,
    "ecs-cluster-arn ecs-cluster-name ecs-container-instance-arn ecs-container-instance-id ecs-container-id " +
      "ecs-second-container-id ecs-service-name ecs-task-definition-arn ecs-task-arn ecs-task-id",
  ),
  ...fieldsOf(8, "reject-reason"),
  ...fieldsOf(9, "resource-id"),
  ...fieldsOf(10, "encryption-status"),
  ...fieldsOf(
    11,
    "instance-tag instance-tag-2 interface-tag interface-tag-2 asg-tag asg-tag-2 interface-type " +
      "next-hop-interface-id next-hop-subnet-id next-hop-az-id next-hop-vpc-id next-hop-interface-type",
  ),
];

/** Fields without which IPv6 cannot be told from IPv4, nor a packet's own addresses from those of a NAT gateway. */
export const IPV6_FLOW_LOG_FIELDS: readonly string[] = ["type", "pkt-srcaddr", "pkt-dstaddr"];

/** What a flow log records unless the author says otherwise: AWS's default (version 2), then what IPv6 needs. */
export const DEFAULT_FLOW_LOG_FIELDS: readonly string[] = [
  ...FLOW_LOG_FIELDS.filter((field) => field.version === 2).map((field) => field.name),
  "vpc-id",
  "subnet-id",
  "instance-id",
  "tcp-flags",
  ...IPV6_FLOW_LOG_FIELDS,
  "flow-direction",
  "traffic-path",
];

/** True when AWS knows a flow log field of the name. */
export function isFlowLogField(name: string): boolean {
  return FLOW_LOG_FIELDS.some((field) => field.name === name);
}

function fieldsOf(version: number, names: string): readonly FlowLogField[] {
  return names.split(" ").map((name) => ({ name, version }));
}
