import { groupBy } from "./group-by.ts";
import type { Reading, Reference } from "./reading.ts";
import type { Referent } from "./referents.ts";
import { blockOf } from "./resource-index.ts";
import type { TerraformResource } from "./terraform-document.ts";

/** What the resources of an association type give to subnets, or to whatever has only one of it. */
export interface Associated {
  /** The one of each holder. */
  readonly of: ReadonlyMap<string, string>;
  /** Holders that may have been given one, but which one is not known. */
  readonly unclear: ReadonlySet<string>;
  /** True: some may also go to any other holder. */
  readonly isOpen: boolean;
}

/** Which arguments say who gets what, and the words for it. */
export interface AssociationKind {
  readonly types: readonly string[];
  readonly holder: { readonly argument: string; readonly referent: Referent };
  readonly given: { readonly argument: string; readonly referent: Referent };
  /** A sentence part, such as "a route table of a subnet". */
  readonly what: string;
}

/**
 * Reads associations of which each holder can have only one. Where the holder is known after apply only, it is proved by
 * counting: as many associations of one block as there are holders that they may be for, so each has got one.
 */
export function associate(reading: Reading, kind: AssociationKind): Associated {
  const pairs = [...groupBy(reading.index.ofType(...kind.types), siblingsKey).values()].flatMap((siblings) =>
    pairsOf(reading, kind, siblings),
  );
  const of = new Map<string, string>();
  for (const { resource, ids, isCertain } of pairs) {
    const [id] = ids;
    const given = isCertain && id !== undefined ? givenBy(reading, kind, resource, id) : null;
    if (given !== null && id !== undefined) of.set(id, given);
  }
  const uncertain = pairs.filter(({ isCertain }) => !isCertain);
  for (const { resource, ids, isClosed } of uncertain) {
    reading.leaveOut(resource, `${kind.what}: for which is known after apply`, isClosed ? ids : []);
  }
  const unclear = pairs.flatMap(({ ids }) => ids).filter((id) => !of.has(id));
  return { of, unclear: new Set(unclear), isOpen: uncertain.some(({ isClosed }) => !isClosed) };
}

/** An association and the holders that it may be for. */
interface Pair {
  readonly resource: TerraformResource;
  readonly ids: readonly string[];
  readonly isClosed: boolean;
  readonly isCertain: boolean;
}

function pairsOf(
  reading: Reading,
  { holder }: AssociationKind,
  siblings: readonly TerraformResource[],
): readonly Pair[] {
  const ends = siblings
    .map((resource) => ({ resource, end: reading.one(resource, holder.referent, holder.argument) }))
    .filter(({ end }) => end.kind !== "none");
  const counted = countedHolders(ends.map(({ end }) => end));
  return ends.flatMap(({ resource, end }, index): readonly Pair[] => {
    const id = end.kind === "one" ? end.id : counted?.[index];
    if (id !== undefined) return [{ resource, ids: [id], isClosed: true, isCertain: true }];
    if (end.kind !== "one-of") return [];
    return [{ resource, ids: end.ids, isClosed: end.isClosed, isCertain: false }];
  });
}

/** The holders in their order where as many associations are for one of them each; null: that is not proved. */
function countedHolders(holders: readonly Reference[]): readonly string[] | null {
  const [first] = holders;
  if (first?.kind !== "one-of" || !first.isClosed || first.ids.length !== holders.length) return null;
  const isSame = (one: Reference) =>
    one.kind === "one-of" && one.isClosed && one.ids.join("\n") === first.ids.join("\n");
  return holders.every(isSame) ? first.ids : null;
}

/** What the holder is given; one of several while they behave alike. */
function givenBy(
  reading: Reading,
  { given, what }: AssociationKind,
  resource: TerraformResource,
  holder: string,
): string | null {
  const reference = reading.one(resource, given.referent, given.argument);
  if (reference.kind === "one") return reference.id;
  const ids = reference.kind === "one-of" ? reference.ids : [];
  if (reference.kind === "one-of" && reference.isClosed && ids.length > 0) {
    const choice = {
      ids,
      place: { kind: "terraform", address: resource.address },
      why: `${what}: which one is known after apply`,
      touches: [holder],
    } as const;
    return reading.choose(choice, reading.index.byAddress.get(holder)?.key ?? null);
  }
  reading.leaveOut(resource, `${what}: which one is known after apply`, [holder]);
  return null;
}

/** The instances of one block in one module have the same. */
function siblingsKey(resource: TerraformResource): string {
  return `${resource.module}\n${blockOf(resource)}`;
}
