import type { Path } from "../../base/path.ts";
import type { PortRange } from "./filtering.ts";
import type { InspectionEndpoint } from "./inspection.ts";
import type { Cidr, Tags, TierName } from "./shared.ts";

/** An AWS Network Firewall with its policy, and an endpoint in each zone of a tier. */
export interface NetworkFirewall {
  readonly name: string;
  readonly path: Path;
  /** Its name in AWS, and its policy's. */
  readonly displayName: string;
  readonly tier: TierName;
  readonly ipAddressType: FirewallAddressType;
  /** Sorted by zone. They are no resources: AWS makes them with the firewall. */
  readonly endpoints: readonly InspectionEndpoint[];
  readonly policy: FirewallPolicy;
  /** The logs that are written, sorted by kind. */
  readonly logs: readonly FirewallLog[];
  readonly deleteProtection: boolean;
  readonly subnetChangeProtection: boolean;
  readonly firewallPolicyChangeProtection: boolean;
  readonly tags: Tags;
}

/** Which packets the endpoints take. */
export type FirewallAddressType = "DUALSTACK" | "IPV4" | "IPV6";

/** What a firewall does with packets; stateful rules are taken in strict order. */
export interface FirewallPolicy {
  readonly path: Path;
  readonly statelessDefaultAction: StatelessAction;
  /** Of fragments of UDP packets. */
  readonly statelessFragmentDefaultAction: StatelessAction;
  /** None: what no rule speaks of passes. */
  readonly statefulDefaultActions: readonly StatefulDefaultAction[];
  /** What `$HOME_NET` stands for; null: all blocks of the VPC. */
  readonly homeNet: readonly Cidr[] | null;
  /** By priority. */
  readonly ruleGroups: readonly FirewallRuleGroup[];
}

/** What becomes of a packet before rules are asked. */
type StatelessAction = "aws:pass" | "aws:drop" | "aws:forward_to_sfe";

/** What becomes of a connection that no stateful rule speaks of. */
type StatefulDefaultAction =
  | "aws:drop_strict"
  | "aws:drop_established"
  | "aws:alert_strict"
  | "aws:alert_established";

/** Stateful rules that are taken one after another. */
export interface FirewallRuleGroup {
  /** Logical id: `<firewall>_<name>`. */
  readonly id: string;
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  readonly priority: number;
  readonly capacity: number;
  readonly source: FirewallRulesSource;
}

/** What a rule group consists of. */
export type FirewallRulesSource =
  /** By number. */
  | { readonly kind: "stateful-rules"; readonly rules: readonly FirewallRule[] }
  | {
      readonly kind: "domain-list";
      readonly generatedRulesType: "ALLOWLIST" | "DENYLIST" | "REJECTLIST" | "ALERTLIST";
      readonly targets: readonly string[];
      readonly targetTypes: readonly ("HTTP_HOST" | "TLS_SNI")[];
    }
  /** Rules in Suricata's words. */
  | { readonly kind: "suricata"; readonly text: string }
  /** A group that is made elsewhere. */
  | { readonly kind: "arn"; readonly arn: string };

/** One rule by protocol, addresses and ports. */
export interface FirewallRule {
  readonly name: string;
  readonly path: Path;
  readonly sid: number;
  readonly action: "PASS" | "DROP" | "ALERT" | "REJECT";
  readonly protocol: string;
  readonly source: FirewallAddresses;
  /** Null: any. */
  readonly sourcePort: PortRange | null;
  readonly destination: FirewallAddresses;
  /** Null: any. */
  readonly destinationPort: PortRange | null;
  readonly direction: "FORWARD" | "ANY";
}

/** The addresses that a rule speaks of. */
export type FirewallAddresses =
  | { readonly kind: "word"; readonly word: "ANY" | "$HOME_NET" | "$EXTERNAL_NET" }
  | { readonly kind: "block"; readonly block: Cidr };

/** What is written down, and where. */
export interface FirewallLog {
  readonly kind: "alert" | "flow";
  readonly destination: FirewallLogDestination;
}

/** Where a log of a firewall is written to. */
export type FirewallLogDestination =
  | {
      readonly kind: "cloud-watch-logs";
      /** Logical id of the log group: `firewall_<firewall>_<kind>`. */
      readonly id: string;
      readonly retentionInDays: number;
      readonly kmsKeyId: string | null;
    }
  | { readonly kind: "s3"; readonly bucketName: string; readonly prefix: string | null }
  | { readonly kind: "firehose"; readonly deliveryStream: string };
