import { type ChildProcess, fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { cleanEnv } from "../run.ts";
import type { TerraformTools } from "../tools.ts";
import type { Asked } from "./ask-hextet.ts";
import { askProvider, type Resources } from "./ask-provider.ts";

const SECTION = fileURLToPath(new URL("ask-section.ts", import.meta.url));

/** What both sides say of one blueprint. */
export interface Outcome {
  /** The place and the value, such as `rds.instances.*.port = 0`. */
  readonly what: string;
  readonly key: string;
  /** What Hextet has against it, beside what it has against the base. */
  readonly hextet: readonly string[];
  /** What the provider has against it; null: nothing could be written, so it was not asked. */
  readonly provider: readonly string[] | null;
}

/** Different sets of resources, each once. */
class Sets {
  readonly list: Resources[] = [];
  readonly #known = new Map<string, number>();

  add(set: Resources): number {
    const text = JSON.stringify([...set]);
    const index = this.#known.get(text) ?? this.list.push(set) - 1;
    this.#known.set(text, index);
    return index;
  }
}

/** Tries every candidate for every place of the sections, and every way of naming, with Hextet and with the provider. */
export async function sweep(
  terraform: TerraformTools,
  sections: readonly string[],
): Promise<readonly Outcome[]> {
  const sets = new Sets();
  const asked = (await inProcesses(sections)).map(({ resources, ...rest }) => ({
    ...rest,
    set: resources === null ? null : sets.add(resources),
  }));
  const accepted = asked.flatMap(({ hextet, set }) => (hextet.length === 0 && set !== null ? [set] : []));
  const told = await askProvider(terraform, sets.list, new Set(accepted));
  return asked.map(({ what, key, hextet, set }) => ({
    what,
    key,
    hextet,
    provider: set === null ? null : (told[set] ?? []).map(({ summary, detail }) => `${summary} ${detail}`),
  }));
}

/** What Hextet says of all candidates, in the order of the sections: as many processes as there are cores share them. */
async function inProcesses(sections: readonly string[]): Promise<readonly Asked[]> {
  const left = [...sections.entries()];
  const answers: (readonly Asked[])[] = [];
  const work = async () => {
    const child = fork(SECTION, { execArgv: ["--import", "tsx"], env: cleanEnv() });
    try {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        const [index, section] = next;
        answers[index] = await answerOf(child, section);
      }
    } finally {
      child.kill();
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return answers.flat();
}

/** Its own end, or that of the test, is the only limit of time. */
async function answerOf(child: ChildProcess, section: string): Promise<readonly Asked[]> {
  child.send(section);
  const answer = await new Promise<readonly Answer[]>((resolve, reject) => {
    const ended = (code: number | null) =>
      reject(new Error(`the process of section ${section} ended with ${code}`));
    child.once("exit", ended);
    child.once("message", (message) => {
      child.off("exit", ended);
      // The child is our own file.
      resolve(message as readonly Answer[]);
    });
  });
  return answer.map(({ resources, ...rest }) => ({ ...rest, resources: resources && new Map(resources) }));
}

/** What the process of a section writes. */
type Answer = Omit<Asked, "resources"> & { readonly resources: readonly [string, unknown][] | null };
