/** Whether a path has the name of a blueprint: files of other names are none, and neither are those that blueprints include. */
export function isBlueprintName(path: string): boolean {
  return /\.ya?ml$/i.test(path) && !isFragmentName(path);
}

/** True for what blueprints include: `x.include.yaml`. */
export function isFragmentName(path: string): boolean {
  return /\.include\.ya?ml$/i.test(path);
}
