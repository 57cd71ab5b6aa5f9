import { isRecord, valueIn } from "../../base/untrusted-json.ts";
import type { WrittenBlock } from "./configuration.ts";
import { writtenBlock } from "./configuration-of.ts";
import { ReferenceSearch, type Sources } from "./reference-search.ts";
import { referencesIn } from "./references-in.ts";
import type { Referent } from "./referents.ts";
import type { ResourceIndex } from "./resource-index.ts";
import type { TerraformResource } from "./terraform-document.ts";

const NOTHING_KNOWN: Sources = { ids: [], isClosed: false, isExact: false };

/** Follows what the argument at a path of a resource refers to, through variables, outputs and other arguments. */
export function sourcesOf(
  index: ResourceIndex,
  resource: TerraformResource,
  path: readonly string[],
  wanted: Referent,
): Sources {
  const written = writtenBlock(index, resource);
  if (written === null) return NOTHING_KNOWN;
  const expression = expressionAt(written, path);
  if (expression === undefined) return NOTHING_KNOWN;
  return new ReferenceSearch(index, wanted).run(referencesIn(expression), {
    module: resource.module,
    each: written.each,
  });
}

/** The blocks on the way are lists; an attribute that stands for blocks has one expression for all of them. */
function expressionAt({ expressions }: WrittenBlock, path: readonly string[]): unknown {
  let found: unknown = expressions;
  for (const step of path) {
    if (isRecord(found) && "references" in found) return found;
    const lists = Array.isArray(found) ? (found as readonly unknown[]) : [found];
    const inner = lists.map((one) => valueIn(one, step)).filter((one) => one !== undefined);
    if (inner.length === 0) return undefined;
    found = inner.length === 1 ? inner[0] : inner;
  }
  return found;
}
