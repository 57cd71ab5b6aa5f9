import type { Path } from "../../base/path.ts";
import type { Cidr } from "./shared.ts";

/** A port on which a load balancer listens. */
export interface Listener {
  /** Logical id: `<load balancer>_<name>`. */
  readonly id: string;
  readonly name: string;
  readonly path: Path;
  readonly port: number;
  readonly protocol: string;
  readonly certificateArn: string | null;
  /** Beside the default one, sorted by name. */
  readonly additionalCertificates: readonly AdditionalCertificate[];
  /** The security policy for TLS; null where the protocol has none. */
  readonly sslPolicy: string | null;
  /** Null: clients are not asked for certificates. */
  readonly mutualAuthentication: MutualAuthentication | null;
  /** Before the action; null: there is no login. */
  readonly authentication: Authentication | null;
  /** For clients that fit no rule. */
  readonly action: ListenerAction;
  /** Sorted by name. */
  readonly rules: readonly ListenerRule[];
}

/** A certificate for some of the hosts that clients ask for. */
interface AdditionalCertificate {
  /** Logical id: `<load balancer>_<listener>_<name>`. */
  readonly id: string;
  readonly path: Path;
  readonly arn: string;
}

/** What becomes of the certificates of clients. */
export type MutualAuthentication =
  | { readonly kind: "passthrough" }
  | {
      readonly kind: "verify";
      readonly trustStore: TrustStore;
      readonly ignoreClientCertificateExpiry: boolean;
      readonly advertiseTrustStoreCaNames: boolean;
    };

/** The authorities that certificates of clients must come from. */
type TrustStore =
  | { readonly kind: "existing"; readonly arn: string }
  | {
      readonly kind: "bundle";
      readonly displayName: string;
      readonly bucket: string;
      readonly key: string;
      readonly objectVersion: string | null;
    };

/** How users log in; the session's length is in seconds. */
export interface Authentication {
  readonly path: Path;
  readonly provider: IdentityProvider;
  readonly onUnauthenticatedRequest: string;
  readonly scope: string;
  readonly sessionCookieName: string;
  readonly sessionTimeout: number;
}

/** Who knows the users. */
export type IdentityProvider =
  | {
      readonly kind: "oidc";
      readonly issuer: string;
      readonly authorizationEndpoint: string;
      readonly tokenEndpoint: string;
      readonly userInfoEndpoint: string;
      readonly clientId: string;
      readonly clientSecret: ClientSecret;
    }
  | {
      readonly kind: "cognito";
      readonly userPoolArn: string;
      readonly userPoolClientId: string;
      readonly userPoolDomain: string;
    };

/** Where a secret is read from; `id` is the data source's logical id. */
export type ClientSecret =
  | { readonly kind: "parameter"; readonly id: string; readonly name: string }
  | { readonly kind: "secret"; readonly id: string; readonly secretArn: string; readonly key: string | null };

/** What a listener does with some of its requests. */
export interface ListenerRule {
  /** Logical id: `<load balancer>_<listener>_<name>`. */
  readonly id: string;
  readonly name: string;
  readonly path: Path;
  /** The lowest is tried first. */
  readonly priority: number;
  readonly conditions: RuleConditions;
  readonly authentication: Authentication | null;
  readonly action: ListenerAction;
}

/** What must hold of a request, all of it; an empty list, or null, asks for nothing. */
export interface RuleConditions {
  readonly hosts: readonly string[];
  readonly paths: readonly string[];
  /** Sorted by name. */
  readonly headers: readonly NamedValues[];
  /** Sorted by name. */
  readonly query: readonly NamedValues[];
  readonly methods: readonly string[];
  /** In the author's order. */
  readonly cidrs: readonly Cidr[];
  readonly ipAddressType: "ipv4" | "ipv6" | null;
}

/** A header or a parameter, and values of which it has one. */
export interface NamedValues {
  readonly name: string;
  readonly values: readonly string[];
}

/** What a listener does with a request. */
export type ListenerAction =
  | { readonly kind: "forward"; readonly targetGroup: string }
  | {
      readonly kind: "weighted-forward";
      /** Sorted by name. */
      readonly targetGroups: readonly WeightedTargetGroup[];
      /** Seconds for which a client stays with its group; null: it does not. */
      readonly stickiness: number | null;
    }
  | { readonly kind: "redirect-to-https"; readonly port: number; readonly statusCode: string }
  | ({ readonly kind: "redirect" } & Redirect)
  | {
      readonly kind: "fixed-response";
      readonly statusCode: number;
      readonly contentType: string;
      readonly messageBody: string | null;
    };

/** A target group and its share. */
interface WeightedTargetGroup {
  readonly name: string;
  readonly weight: number;
}

/** Where a browser is sent; `#{host}` and the like stand for what the request had. */
export interface Redirect {
  readonly protocol: string;
  readonly host: string;
  readonly port: string;
  readonly path: string;
  readonly query: string;
  readonly statusCode: string;
}
