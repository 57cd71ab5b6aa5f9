import type { Path } from "../../base/path.ts";
import type { SubnetId, Tags } from "./shared.ts";

/** What DHCP tells the hosts of the VPC; null leaves a setting to AWS. */
export interface DhcpOptions {
  readonly path: Path;
  readonly domainName: string | null;
  readonly domainNameServers: readonly string[];
  readonly ntpServers: readonly string[];
  /** Seconds. Null: AWS's default of 140. */
  readonly ipv6AddressPreferredLeaseTime: number | null;
  readonly tags: Tags;
}

/** A log of accepted or rejected traffic; its interval is in seconds. */
export interface FlowLog {
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  readonly trafficType: "ALL" | "ACCEPT" | "REJECT";
  readonly destination: FlowLogDestination;
  /** What is watched: the VPC, or subnets by logical id. One `aws_flow_log` each. */
  readonly scopes: readonly FlowLogScope[];
  /** Seconds: 60 or 600. */
  readonly maxAggregationInterval: number;
  /** Field names of a flow log record, without `${}`. */
  readonly fields: readonly string[];
  readonly tags: Tags;
}

/** One thing that a flow log watches. */
export interface FlowLogScope {
  /** Logical id: the name, or `<name>_<subnet id>`. */
  readonly id: string;
  /** Null: the whole VPC. */
  readonly subnet: SubnetId | null;
}

/** Where a flow log is written to. */
export type FlowLogDestination =
  | { readonly kind: "cloud-watch-logs"; readonly retentionInDays: number; readonly kmsKeyId: string | null }
  /** Null role: one is made. */
  | {
      readonly kind: "existing-log-group";
      readonly logGroupArn: string;
      readonly iamRoleArn: string | null;
    }
  | {
      readonly kind: "s3";
      /** `bucketArn` with the prefix appended, as the API wants it. */
      readonly destinationArn: string;
      readonly fileFormat: "plain-text" | "parquet";
      readonly hiveCompatiblePartitions: boolean;
      readonly perHourPartition: boolean;
    }
  /** `crossAccount`: the roles that lead to a stream of another account; null: it is of this one. */
  | {
      readonly kind: "firehose";
      readonly deliveryStreamArn: string;
      readonly crossAccount: {
        readonly iamRoleArn: string;
        readonly deliverCrossAccountRole: string;
      } | null;
    };
