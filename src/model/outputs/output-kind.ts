import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import type { Network } from "../types/network.ts";
import type { OutputType } from "../types/outputs.ts";

/** A network before its outputs are known. */
export type NetworkToShow = Omit<
  Network,
  | "inlinePolicies"
  | "outputs"
  | "writtenArns"
  | "references"
  | "joined"
  | "sameVpc"
  | "linked"
  | "joinedServices"
  | "neighbours"
  | "hooks"
  | "removedParts"
>;

/** What outputs of one kind show: something of a named entity. A map says which keys it has. */
export type OutputKind = KindOfAnyShape &
  (
    | { readonly type: OutputType & { readonly shape: "one" | "list" }; readonly keys?: never }
    | { readonly type: OutputType & { readonly shape: "map" }; readonly keys: KeysOf }
  );

/** The keys of what the entity of that name shows, sorted. */
export type KeysOf = (network: NetworkToShow, name: string) => readonly string[];

interface KindOfAnyShape {
  /** The entity, as a finding names it. */
  readonly entity: string;
  /** The names that the author gave, also those of entities that could not be read. */
  readonly written: (blueprint: Blueprint) => readonly string[];
  /** The entities that there are. */
  readonly there: (network: NetworkToShow) => readonly { readonly name: string }[];
  /** Why an entity that is there has nothing to show; null when it has. Left out: it always has. */
  readonly whyEmpty?: WhyEmpty;
}

/** Why the entity of that name has nothing to show; null when it has. */
export type WhyEmpty = (network: NetworkToShow, name: string) => string | null;

/** An entity, whatever is shown of it. */
export type Shown = Pick<KindOfAnyShape, "entity" | "written" | "there">;

/** The entity of that name. */
export function named<T extends { readonly name: string }>(all: readonly T[], name: string): T | undefined {
  return all.find((one) => one.name === name);
}
