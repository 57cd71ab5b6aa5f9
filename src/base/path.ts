/** Where a value stands in a blueprint: map keys and list indexes from the root. */
export type Path = readonly (string | number)[];

/** Writes a path as `network.routes.app[0]`; keys that are no plain words are quoted: `tags["a.b"]`. */
export function formatPath(path: Path): string {
  if (path.length === 0) return "the blueprint";
  return path.map(formatStep).join("");
}

function formatStep(step: string | number, index: number): string {
  if (typeof step === "number") return `[${step}]`;
  if (!/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(step)) return `[${JSON.stringify(step)}]`;
  return index === 0 ? step : `.${step}`;
}

/** True when the path is the other, or lies below it. */
export function startsWith(path: Path, start: Path): boolean {
  return start.every((step, index) => path[index] === step);
}
