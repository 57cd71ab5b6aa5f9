/** Trying for longer makes a text hardly smaller. */
const MOST_TRIES = 400;

/** A text that still fails after pieces of it were left out, ever smaller ones. */
export async function smallest(text: string, fails: (text: string) => Promise<boolean>): Promise<string> {
  let small = text;
  let tries = 0;
  for (let size = Math.ceil(text.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < small.length && tries < MOST_TRIES; ) {
      const shorter = small.slice(0, at) + small.slice(at + size);
      tries += 1;
      if (await fails(shorter)) small = shorter;
      else at += size;
    }
  }
  return small;
}
