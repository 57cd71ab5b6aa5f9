import { byText } from "../../base/compare-texts.ts";
import type { LeftOut, Place } from "../topology/topology.ts";
import { writtenBlock } from "./configuration-of.ts";
import { type Fields, fieldsOf, type Items, type Value } from "./fields.ts";
import type { Sources } from "./reference-search.ts";
import type { Referent } from "./referents.ts";
import { blockOf, type ResourceIndex, writtenIn } from "./resource-index.ts";
import { sourcesOf } from "./sources.ts";
import type { TerraformResource } from "./terraform-document.ts";

/** What an argument refers to. */
export type Reference =
  | { readonly kind: "none" }
  /** The topology's id. */
  | { readonly kind: "one"; readonly id: string }
  /** Known after apply: surely one of these where it is closed; sorted. */
  | { readonly kind: "one-of"; readonly ids: readonly string[]; readonly isClosed: boolean };

/** The ids that a list refers to. Not exact: after apply it may be fewer of them; not closed: others too. */
export interface ReferenceList {
  readonly ids: readonly string[];
  readonly isExact: boolean;
  readonly isClosed: boolean;
}

/** Ids of which a plan shows only that it is one (or some) of them: it changes nothing where all behave alike. */
export interface Choice {
  readonly ids: readonly string[];
  readonly place: Place;
  readonly why: string;
  /** What is not known where they do not behave alike. */
  readonly touches: readonly string[];
}

/** How the parts of a topology are read from a document; collects what is not understood. */
export interface Reading {
  readonly index: ResourceIndex;
  readonly fields: (resource: TerraformResource) => Fields;
  readonly one: (resource: TerraformResource, wanted: Referent, ...path: readonly string[]) => Reference;
  readonly many: (resource: TerraformResource, wanted: Referent, ...path: readonly string[]) => ReferenceList;
  /** The id under which the topology has what has two. */
  readonly canonical: (id: string) => string;
  /** The topology's id of what AWS knows by an id. */
  readonly idOf: (awsId: string, wanted: Referent) => string;
  readonly leaveOut: (resource: TerraformResource | Place, why: string, touches: readonly string[]) => void;
  /** Takes one of the ids, that with the key first, as long as all behave alike. */
  readonly choose: (choice: Choice, key: TerraformResource["key"]) => string | null;
  readonly choices: readonly Choice[];
  readonly leftOut: readonly LeftOut[];
}

/** Begins to read a document; `aliases` are the second ids of things. */
export function openReading(index: ResourceIndex, aliases: ReadonlyMap<string, string>): Reading {
  const leftOut: LeftOut[] = [];
  const choices: Choice[] = [];
  const sources = cachedSources(index);
  const canonical = (id: string) => aliases.get(id) ?? id;
  const idOf = (awsId: string, wanted: Referent) => canonical(index.idOf(awsId, wanted) ?? awsId);
  const fields = (resource: TerraformResource) => {
    const written = writtenBlock(index, resource);
    // Without a configuration nothing proves that AWS's default holds.
    const isWritten = (name: string) => written === null || writtenIn(written, name);
    return fieldsOf(resource.values, resource.unknown, isWritten);
  };
  return {
    index,
    fields,
    leftOut,
    choices,
    idOf,
    canonical,
    one: (resource, wanted, ...path) => {
      const value = fieldAt(fields(resource), path);
      if (value.kind === "known") return { kind: "one", id: idOf(value.value, wanted) };
      if (value.kind === "none") return value;
      const { ids, isClosed } = sources(resource, path, wanted);
      return single(unique(ids.map(canonical)), isClosed);
    },
    many: (resource, wanted, ...path) => {
      const { known, isComplete } = listAt(fields(resource), path);
      const ids = known.map((id) => idOf(id, wanted));
      if (isComplete) return { ids: unique(ids), isExact: true, isClosed: true };
      const found = sources(resource, path, wanted);
      // What is known may be the same as what is found by its reference.
      const { isClosed } = found;
      const isExact = isClosed && (found.isExact || found.ids.length === 1);
      return { ids: unique([...ids, ...found.ids.map(canonical)]), isExact, isClosed };
    },
    leaveOut: (at, why, touches) => {
      const place: Place = "kind" in at ? at : { kind: "terraform", address: at.address };
      leftOut.push({ place, why, touches: unique(touches) });
    },
    choose: (choice, key) => {
      choices.push(choice);
      const keyed = choice.ids.find((id) => key !== null && index.byAddress.get(id)?.key === key);
      return keyed ?? choice.ids[0] ?? null;
    },
  };
}

/** Instances of one block have one configuration: what is found for the first holds for all. */
function cachedSources(index: ResourceIndex) {
  const cache = new Map<string, Sources>();
  return (resource: TerraformResource, path: readonly string[], wanted: Referent): Sources => {
    const key = [resource.module, blockOf(resource), path.join("."), wanted.types.join()].join("\n");
    const known = cache.get(key);
    if (known !== undefined) return known;
    const found = sourcesOf(index, resource, path, wanted);
    cache.set(key, found);
    return found;
  };
}

function single(ids: readonly string[], isClosed: boolean): Reference {
  const [only] = ids;
  if (isClosed && ids.length === 1 && only !== undefined) return { kind: "one", id: only };
  return { kind: "one-of", ids, isClosed };
}

function fieldAt(fields: Fields, path: readonly string[]): Value<string> {
  const [name = "", ...rest] = path;
  if (rest.length === 0) return fields.text(name);
  const { known, isComplete } = fields.blocks(name);
  const [block] = known;
  if (block === undefined) return { kind: isComplete ? "none" : "unknown" };
  return fieldAt(block, rest);
}

function listAt(fields: Fields, path: readonly string[]): Items<string> {
  const [name = "", ...rest] = path;
  if (rest.length === 0) return fields.texts(name);
  const { known, isComplete } = fields.blocks(name);
  const lists = known.map((block) => listAt(block, rest));
  return {
    known: lists.flatMap((list) => list.known),
    isComplete: isComplete && lists.every((list) => list.isComplete),
  };
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort(byText((id) => id));
}
