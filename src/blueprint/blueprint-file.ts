import type { SourceText } from "./source.ts";

/** A blueprint's text, and the name under which findings speak of it. */
export interface BlueprintFile extends SourceText {
  /** The one of its environments that is asked for; left out: all of them. */
  readonly environment?: string;
  /** The files that it may include, as it calls them. */
  readonly included?: ReadonlyMap<string, IncludedFile>;
}

/** A file that a blueprint includes, or why it cannot be had. */
export type IncludedFile = SourceText | { readonly refusal: string };
