import { createInterface } from "node:readline/promises";
import { escapeUnsafe } from "../../reports/findings/terminal-text.ts";

/** Somebody at a terminal. */
export interface Asker {
  /** Says a line. */
  readonly say: (text: string) => void;
  /**
   * Asks until the answer is one: `read` gives what it means, or in a text why it means nothing. Enter alone is the empty
   * answer.
   */
  readonly ask: <T>(question: string, read: (answer: string) => { readonly value: T } | string) => Promise<T>;
}

/** Whoever is asked has gone: by Ctrl-C, or at the end of the input. */
export class Interrupted extends Error {}

/** Asks at the terminal of this process, as long as the work takes. Throws `Interrupted`. */
export async function withAsker<T>(work: (asker: Asker) => Promise<T>): Promise<T> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const gone = new AbortController();
  lines.on("SIGINT", () => gone.abort());
  lines.on("close", () => gone.abort());
  const say = (text: string) => process.stdout.write(`${escapeUnsafe(text)}\n`);
  const answer = async () => {
    try {
      return (await lines.question("> ", { signal: gone.signal })).trim();
    } catch (error) {
      if (gone.signal.aborted) throw new Interrupted();
      throw error;
    }
  };
  try {
    return await work({
      say,
      ask: async (question, read) => {
        say(question);
        for (;;) {
          const meant = read(await answer());
          if (typeof meant !== "string") return meant.value;
          say(meant);
        }
      },
    });
  } finally {
    lines.close();
  }
}
