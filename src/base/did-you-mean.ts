import { nearest } from "./nearest.ts";

/** The hint for a name that nothing has: the candidate that was meant, or `otherwise` when none is near. */
export function didYouMean(name: string, candidates: Iterable<string>, otherwise: string): string {
  const near = nearest(name, candidates);
  return near === null ? otherwise : `did you mean ${JSON.stringify(near)}?`;
}
