import type { StackEntry } from "./stack-entry.ts";

/** Jobs that GitHub Actions makes of one matrix at most: https://docs.github.com/actions/reference/limits (2026-11-29). */
const MOST_JOBS = 256;

/**
 * Stacks as the matrix of a job of GitHub Actions, on one line. `jobs`: at most so many, each with several stacks of one
 * wave; null: a job for each stack. A text instead of a matrix says why GitHub would refuse it.
 */
export function renderMatrix(
  stacks: readonly StackEntry[],
  jobs: number | null,
): { readonly matrix: string } | { readonly refused: string } {
  const waves = [...new Set(stacks.map(({ wave }) => wave))];
  const most = jobs ?? MOST_JOBS;
  if (jobs === null && stacks.length > MOST_JOBS)
    return {
      refused: `${stacks.length} stacks are more than the ${MOST_JOBS} jobs that GitHub makes of one matrix: --jobs ${MOST_JOBS} puts several stacks into a job, --wave <number> takes one wave`,
    };
  if (waves.length > most)
    return { refused: `${waves.length} waves do not fit into ${most} jobs: a job has stacks of one wave` };
  const size = jobs === null ? 1 : sizeFor(stacks, waves, most);
  const include = waves.flatMap((wave) => batchesOf(stacks, wave, size));
  return { matrix: `${JSON.stringify({ include })}\n` };
}

/** Stacks for a job: the fewest with which the waves need no more than so many jobs. */
function sizeFor(stacks: readonly StackEntry[], waves: readonly number[], most: number): number {
  const jobsWith = (size: number) =>
    waves.reduce(
      (sum, wave) => sum + Math.ceil(stacks.filter((stack) => stack.wave === wave).length / size),
      0,
    );
  let size = 1;
  while (jobsWith(size) > most) size++;
  return size;
}

function batchesOf(stacks: readonly StackEntry[], wave: number, size: number) {
  const names = stacks.filter((stack) => stack.wave === wave).map(({ name }) => name);
  const starts = Array.from({ length: Math.ceil(names.length / size) }, (_, index) => index * size);
  return starts.map((start) => {
    const batch = names.slice(start, start + size);
    const [first = ""] = batch;
    const name = batch.length === 1 ? first : `${first} and ${batch.length - 1} more`;
    // Names have no spaces: a shell takes the list apart.
    return { name, wave, stacks: batch.join(" ") };
  });
}
