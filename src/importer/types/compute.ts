import type { ValuesOf } from "../fields/field.ts";
import type { instanceFields, metadataFields } from "../fields/instance.ts";
import type { Found } from "./found.ts";

/** An instance as it is in AWS, with its first network interface. */
export interface FoundInstance extends Found, ValuesOf<typeof instanceFields> {
  readonly metadata: ValuesOf<typeof metadataFields>;
  /** Ids of network interfaces beside the primary one. */
  readonly furtherInterfaces: readonly string[];
  /** Who made it and will make it again, such as an auto scaling group; null: nobody. */
  readonly managedBy: string | null;
}

/** An Elastic IP of an instance. */
export interface FoundAddress extends Found {
  readonly instanceId: string;
  /** `eipassoc-` id; null when the source does not tell. */
  readonly associationId: string | null;
}
