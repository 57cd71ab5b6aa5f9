import type { Path } from "../../base/path.ts";
import type { Cidr } from "./shared.ts";
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
