import type { Path } from "../../base/path.ts";
import type { Cidr } from "./shared.ts";
import type { Subnet } from "./subnets.ts";
import type { Backend } from "./terraform-settings.ts";
import type { VpcEndpointService } from "./vpc-endpoint-services.ts";

/** A value that the stack takes from elsewhere. */
export interface Reference {
  /** The text that stands for the value everywhere in the network, alone or within other text. */
  readonly token: string;
  readonly path: Path;
  /** The stack of another blueprint that it comes from; null: it comes from plain Terraform. */
  readonly stack: string | null;
  /** The name of that stack's output, or of the state's; null: it is a parameter that others write. */
  readonly output: string | null;
  /** What may stand there, in the words of findings, such as `transit gateway id`. */
  readonly takes: string;
  /** The region of that stack; null: it comes from plain Terraform, and nobody knows. */
  readonly region: string | null;
  /** The same for two references that lead to one thing, whatever they call it. */
  readonly thing: string;
  readonly source: ReferenceSource;
}

/** How a value is read. */
export type ReferenceSource =
  | {
      readonly kind: "state";
      /** Logical id of the data source: one for each state. */
      readonly id: string;
      /** Where the state is, as seen from this stack's folder. */
      readonly backend: Backend;
      readonly output: string;
      /** Of a map; null: the output is one value. */
      readonly key: string | null;
    }
  | {
      readonly kind: "parameter";
      /** Logical id of the data source: one for each parameter. */
      readonly id: string;
      readonly name: string;
      /** True for a SecureString. */
      readonly isSecret: boolean;
    };

/** How a stack gives its outputs to others: they read its state, or parameters that it writes. */
export type HandOver =
  | { readonly kind: "state" }
  /** `prefix` begins the names of the parameters, without a slash at its end. */
  | { readonly kind: "parameters"; readonly prefix: string };

/** Another blueprint's VPC that packets of this one reach by a link that both have. */
export interface Joined {
  readonly by: "VPC peering connection" | "transit gateway";
  /** The name of the link in this blueprint. */
  readonly link: string;
  readonly stack: string;
  /** The other's blocks of both families that are known before apply. */
  readonly blocks: readonly PlacedBlock[];
}

/** Another blueprint's stack that works in the same VPC, with the subnets that it makes there. */
export interface SameVpc {
  readonly stack: string;
  /** The stacks that it takes values from. */
  readonly takesFrom: readonly string[];
  readonly subnets: readonly PlacedSubnet[];
}

/** A subnet of another blueprint's stack. */
interface PlacedSubnet {
  readonly subnet: Subnet;
  /** File and line of the block that it has of each family, such as `blueprints/hub.yaml:9`. */
  readonly ipv4Place: string;
  readonly ipv6Place: string;
}

/** An ARN of the author's. */
export interface WrittenArn {
  readonly path: Path;
  /** What stands there, in the words of findings, such as `certificate ARN`. */
  readonly of: string;
  readonly arn: string;
}

/** An endpoint service of another blueprint that an endpoint of this one is for. */
export interface JoinedService {
  /** The name of the endpoint in this blueprint. */
  readonly endpoint: string;
  readonly stack: string;
  readonly service: VpcEndpointService;
}

/** A block of another blueprint's VPC. */
interface PlacedBlock {
  readonly cidr: Cidr;
  /** File and line, such as `blueprints/hub.yaml:9`. */
  readonly place: string;
}
