import type { Found } from "./found.ts";

/** An instance as it is in AWS, with its first network interface. */
export interface FoundInstance extends Found {
  readonly subnetId: string;
  readonly instanceType: string;
  readonly ami: string;
  readonly securityGroupIds: readonly string[];
  readonly sourceDestCheck: boolean;
  readonly detailedMonitoring: boolean;
  readonly ipv6Addresses: readonly string[];
  readonly metadata: FoundMetadata;
  readonly keyName: string | null;
  readonly instanceProfile: string | null;
  /** Ids of network interfaces beside the primary one. */
  readonly furtherInterfaces: readonly string[];
  /** Who made it and will make it again, such as an auto scaling group; null: nobody. */
  readonly managedBy: string | null;
}

/** Instance metadata service settings. */
export interface FoundMetadata {
  readonly httpTokens: string;
  readonly hopLimit: number;
  readonly httpProtocolIpv6: boolean;
  readonly instanceMetadataTags: boolean;
  readonly isEnabled: boolean;
}

/** An Elastic IP of an instance. */
export interface FoundAddress extends Found {
  readonly instanceId: string;
  /** `eipassoc-` id; null when the source does not tell. */
  readonly associationId: string | null;
}
