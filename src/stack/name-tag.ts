import type { Tags } from "../model/types/shared.ts";

/** An entity's tags with the name that the AWS console shows; an author's own `Name` wins. */
export function withNameTag(displayName: string, tags: Tags): Record<string, string> {
  return { Name: displayName, ...tags };
}
