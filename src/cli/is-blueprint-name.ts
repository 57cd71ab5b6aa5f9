/** Whether a path has the name of a blueprint: files of other names are none, and neither are those that blueprints include. */
export function isBlueprintName(path: string): boolean {
  return /\.ya?ml$/i.test(path) && !/\.include\.ya?ml$/i.test(path);
}

/** A path without the environment that it names: `shop.yaml` of `shop.yaml#staging`. */
export function withoutEnvironment(path: string): string {
  return path.replace(/(?<=\.ya?ml)#[^#/\\]*$/i, "");
}
