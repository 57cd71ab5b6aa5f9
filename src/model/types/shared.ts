import type { Prefix } from "../../base/prefix.ts";

declare const brand: unique symbol;

/** A text of one kind, which a text of another kind does not stand for. */
type Branded<Kind extends string> = string & { readonly [brand]: Kind };

/** The name of a tier, as the author wrote it. */
export type TierName = Branded<"tier">;

/** The logical id of a subnet: the tier's name, which has no underscore, and the zone's letter. */
export type SubnetId = `${string}_${string}`;

/** The name of a security group, as the author wrote it. */
export type SecurityGroupName = Branded<"security group">;

/** The place of a resource in the stack: `aws_subnet.app_a`. */
export type TerraformAddress = `${string}.${string}`;

/** Tags as AWS has them: key to value. */
export type Tags = Readonly<Record<string, string>>;

/** A block as the author wrote it, beside what it means. `prefix` keeps host bits that should not be there. */
export interface Cidr {
  readonly text: string;
  readonly prefix: Prefix;
}
