/** What a table of answers is about; the region is empty where a plan or a state does not say it. */
export function reachTitle({ stack, region }: { readonly stack: string; readonly region: string }): string {
  return region === "" ? stack : `${stack} in ${region}`;
}
