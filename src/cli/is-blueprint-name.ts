/** Whether a path has the name of a blueprint: files of other names are none, and neither are those that blueprints include. */
export function isBlueprintName(path: string): boolean {
  return /\.ya?ml$/i.test(path) && !/\.include\.ya?ml$/i.test(path);
}
