import { byText } from "../../base/compare-texts.ts";
import type { Tags } from "../../model/types/shared.ts";

/** A tag as the API takes it. */
export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** Tags as the API takes them, sorted by key: the order in which they are written must not run a step again. */
export function tagList(tags: Tags): readonly Tag[] {
  return Object.entries(tags)
    .map(([Key, Value]) => ({ Key, Value }))
    .sort(byText(({ Key }) => Key));
}
