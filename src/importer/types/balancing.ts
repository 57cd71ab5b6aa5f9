import type { databaseFields } from "../fields/database.ts";
import type { ValuesOf } from "../fields/field.ts";
import type { fixedResponseArguments, listenerFields } from "../fields/listener.ts";
import type { loadBalancerFields } from "../fields/load-balancer.ts";
import type { healthCheckArguments, targetGroupFields } from "../fields/target-group.ts";
import type { Found } from "./found.ts";

/** A load balancer; its id is its ARN. */
export interface FoundLoadBalancer extends Found, ValuesOf<typeof loadBalancerFields> {
  readonly listeners: readonly FoundListener[];
}

/** A listener as it is in AWS; what it does not have is null. */
export interface FoundListener extends ValuesOf<typeof listenerFields> {
  readonly arn: string;
  readonly action: FoundAction;
  /** Rules beside the default action, and certificates beside the default one: words about each. */
  readonly furtherParts: readonly string[];
}

/** A listener's default action. */
export type FoundAction =
  | { readonly kind: "forward"; readonly targetGroupArn: string }
  | { readonly kind: "redirect-to-https"; readonly port: number; readonly statusCode: string }
  | ({ readonly kind: "fixed-response" } & ValuesOf<typeof fixedResponseArguments>)
  /** What a blueprint has no word for. */
  | { readonly kind: "other"; readonly words: string };

/** A target group; its id is its ARN. */
export interface FoundTargetGroup extends Found, ValuesOf<typeof targetGroupFields> {
  readonly healthCheck: ValuesOf<typeof healthCheckArguments>;
  readonly targets: readonly FoundTarget[];
}

interface FoundTarget {
  /** An instance's id or an address. */
  readonly id: string;
  /** Null: the target group's. */
  readonly port: number | null;
  /** True where somebody's configuration names it: a service has registered the others, and registers others tomorrow. */
  readonly isWritten: boolean;
}

/** A DB subnet group; its id is its AWS name. */
export interface FoundDatabaseSubnetGroup extends Found {
  readonly subnetIds: readonly string[];
}

/** A DB instance; its id is its identifier. */
export interface FoundDatabase extends Found, ValuesOf<typeof databaseFields> {}
