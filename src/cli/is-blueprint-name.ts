/** Whether a path has the name of a blueprint: files of other names are none. */
export function isBlueprintName(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}
