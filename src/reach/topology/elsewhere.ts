/** Where the other side of something is, as a sentence part; null: in no other region or account, as far as is known. */
export function elsewhere(region: string | null, account: string | null): string | null {
  const parts = [
    ...(region === null ? [] : [`in ${region}`]),
    ...(account === null ? [] : [`of account ${account}`]),
  ];
  return parts.length === 0 ? null : parts.join(" ");
}
