import type { databaseFields } from "../fields/database.ts";
import type { ValuesOf } from "../fields/field.ts";
import type { fixedResponseArguments, listenerFields, redirectFields } from "../fields/listener.ts";
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
  /** Beside the default one. */
  readonly rules: readonly FoundListenerRule[];
  /** Certificates beside the default one: words about each. */
  readonly furtherParts: readonly string[];
}

/** A rule of a listener as it is in AWS. */
export interface FoundListenerRule {
  readonly arn: string;
  /** Null: the source does not tell. */
  readonly priority: number | null;
  readonly conditions: FoundConditions;
  readonly action: FoundAction;
}

/** What must hold of a request. */
export type FoundConditions =
  | { readonly kind: "sayable"; readonly said: SayableConditions }
  /** What a blueprint has no word for. */
  | { readonly kind: "other"; readonly words: string };

/** Conditions in the words of a blueprint; of an empty list or map nothing is asked. */
export interface SayableConditions {
  readonly hostHeader: readonly string[];
  readonly pathPattern: readonly string[];
  readonly httpHeader: Readonly<Record<string, readonly string[]>>;
  readonly queryString: Readonly<Record<string, readonly string[]>>;
  readonly httpRequestMethod: readonly string[];
  readonly sourceIp: readonly string[];
}

/** What a listener, or a rule of it, does. */
export type FoundAction =
  | { readonly kind: "forward"; readonly targetGroupArn: string }
  | {
      readonly kind: "weighted-forward";
      readonly targetGroups: readonly { readonly arn: string; readonly weight: number }[];
      /** Seconds for which a client stays with its group; null: it does not. */
      readonly stickiness: number | null;
    }
  | { readonly kind: "redirect-to-https"; readonly port: number; readonly statusCode: string }
  | ({ readonly kind: "redirect" } & ValuesOf<typeof redirectFields>)
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
