/** What is wrong with a region, and where it was said; null where nothing is. Whether there is one, AWS says. */
export function regionMistake(said: string, region: string): string | null {
  if (/^[a-z]{2,4}(?:-[a-z]+)+-[0-9]{1,2}$/.test(region)) return null;
  return `${said} ${JSON.stringify(region)}: a region is written such as eu-west-1`;
}
