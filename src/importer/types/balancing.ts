import type { Found } from "./found.ts";

/** A load balancer; its id is its ARN. */
export interface FoundLoadBalancer extends Found {
  readonly type: string;
  readonly isInternal: boolean;
  readonly ipAddressType: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
  readonly listeners: readonly FoundListener[];
  readonly deletionProtection: boolean;
  /** Seconds; null: not told. */
  readonly idleTimeout: number | null;
  readonly crossZone: boolean | null;
}

/** A listener as it is in AWS; what it does not have is null. */
export interface FoundListener {
  readonly arn: string;
  readonly port: number;
  readonly protocol: string;
  readonly certificateArn: string | null;
  readonly sslPolicy: string | null;
  readonly action: FoundAction;
  /** Rules beside the default action, and certificates beside the default one: words about each. */
  readonly furtherParts: readonly string[];
}

/** A listener's default action. */
export type FoundAction =
  | { readonly kind: "forward"; readonly targetGroupArn: string }
  | { readonly kind: "redirect-to-https"; readonly port: number; readonly statusCode: string }
  | {
      readonly kind: "fixed-response";
      readonly statusCode: number;
      readonly contentType: string;
      readonly messageBody: string | null;
    }
  /** What a blueprint has no word for. */
  | { readonly kind: "other"; readonly words: string };

/** A target group; its id is its ARN. */
export interface FoundTargetGroup extends Found {
  readonly targetType: string;
  readonly ipAddressType: string;
  readonly protocol: string;
  readonly protocolVersion: string | null;
  readonly port: number;
  /** Seconds; null: not told. */
  readonly deregistrationDelay: number | null;
  readonly healthCheck: FoundHealthCheck;
  readonly targets: readonly FoundTarget[];
}

/** How a target group asks its targets; intervals and timeouts in seconds. */
export interface FoundHealthCheck {
  readonly protocol: string;
  /** `traffic-port`, or a number as text. */
  readonly port: string;
  readonly path: string | null;
  readonly matcher: string | null;
  readonly interval: number;
  readonly timeout: number;
  readonly healthyThreshold: number;
  readonly unhealthyThreshold: number;
}

interface FoundTarget {
  /** An instance's id or an address. */
  readonly id: string;
  /** Null: the target group's. */
  readonly port: number | null;
}

/** A DB subnet group; its id is its AWS name. */
export interface FoundDatabaseSubnetGroup extends Found {
  readonly subnetIds: readonly string[];
}

/** A DB instance; its id is its identifier. */
export interface FoundDatabase extends Found {
  readonly subnetGroup: string;
  readonly engine: string;
  readonly engineVersion: string;
  readonly instanceClass: string;
  readonly networkType: string;
  readonly securityGroupIds: readonly string[];
  readonly allocatedStorageGib: number;
  readonly storageType: string;
  readonly databaseName: string | null;
  readonly masterUsername: string;
  readonly port: number | null;
  readonly multiAz: boolean;
  readonly publiclyAccessible: boolean;
  readonly backupRetentionPeriod: number;
  readonly deletionProtection: boolean;
  /** The Aurora cluster it is a member of; null: none. */
  readonly cluster: string | null;
}
