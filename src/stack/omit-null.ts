/** The arguments that have a value: null, the model's word for "left open", becomes a missing key. */
export function omitNull<T extends object>(args: T): { readonly [K in keyof T]?: Exclude<T[K], null> };
export function omitNull(args: object): object {
  return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null));
}
