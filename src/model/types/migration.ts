import type { Path } from "../../base/path.ts";

/** The stages of a migration, in the order in which they are applied; each keeps all that came before it. */
export const STAGES = [
  "import",
  "vpc-address-block",
  "subnet-address-blocks",
  "security",
  "routes",
  "instance-types",
  "instance-addresses",
  "load-balancers",
  "databases",
  "ipv6-only-subnets",
] as const;

/** How far a migration has come. */
export type StageId = (typeof STAGES)[number];

/** A migration that is under way: Terraform is given the network as it is at `stage`, not as it will be. */
export interface Migration {
  readonly path: Path;
  readonly stage: StageId;
  /** The last stage of which something was there before the blueprint; null where there was no IPv6. */
  readonly reached: StageId | null;
  /** Instance types before the stage `instance-types`, sorted by instance; an instance that is not here keeps its own. */
  readonly instanceTypesBefore: readonly InstanceTypeBefore[];
}

/** What an instance is before the stage `instance-types`. */
interface InstanceTypeBefore {
  readonly path: Path;
  /** Name of the instance. */
  readonly instance: string;
  readonly instanceType: string;
}

/** A network that was there before the blueprint. */
export interface Existing {
  readonly path: Path;
  readonly vpcId: string;
  /** What becomes Terraform's own here, sorted by address; with `aws_vpc.main` unless the VPC is a reference. */
  readonly imports: readonly ExistingResource[];
  /** What stays managed outside this stack and is only added to, sorted by address; with `aws_vpc.main` when that is one. */
  readonly references: readonly ExistingResource[];
}

/** A resource that is there already. */
export interface ExistingResource {
  /** Where the author wrote it. */
  readonly path: Path;
  /** Its Terraform address here, such as `aws_subnet.public_a`. */
  readonly address: string;
  /** What `terraform import` takes for an import, the AWS id for a reference. */
  readonly id: string;
}

/** What a stage does to the Terraform configuration, by Terraform address, sorted. */
export interface StageChanges {
  readonly stage: StageId;
  /** Resources the stage brings; of these, what the stage `import` finds is in `imports`. */
  readonly adds: readonly ResourceChange[];
  /** Resources whose arguments the stage changes. */
  readonly changes: readonly ResourceChange[];
  /** Resources the stage takes away. */
  readonly removes: readonly ResourceChange[];
  /** Addresses that come under Terraform's management without being made. */
  readonly imports: readonly ExistingResource[];
  /** Addresses of `adds` that the way back lets be: Terraform forgets them, and nothing is destroyed. */
  readonly staysOnWayBack: readonly string[];
}

/** One resource and the arguments of it that change; `before` and `after` are Terraform JSON, undefined where absent. */
export interface ResourceChange {
  readonly address: string;
  readonly arguments: readonly ArgumentChange[];
}

/** One argument of a resource. */
export interface ArgumentChange {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
  /** Set where the resource may have had it before the migration: until this stage Terraform ignores the argument. */
  readonly mayBeThere?: true;
}
