import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseJson } from "../json.ts";
import { cleanEnv, run } from "../run.ts";
import type { TerraformTools } from "../tools.ts";
import type { Asked } from "./ask-hextet.ts";
import { askProvider, type Resources } from "./ask-provider.ts";

const SECTION = fileURLToPath(new URL("ask-section.ts", import.meta.url));
const AT_MOST = 1_200_000;

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

/** What Hextet says of all candidates, in the order of the sections: as many at once as there are cores. */
async function inProcesses(sections: readonly string[]): Promise<readonly Asked[]> {
  const left = [...sections.entries()];
  const answers: Asked[][] = [];
  const work = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [index, section] = next;
      const { stdout } = await run(process.execPath, ["--import", "tsx", SECTION, section], {
        env: cleanEnv(),
        timeout: AT_MOST,
      });
      const answer = parseJson(stdout, section) as readonly Answer[];
      answers[index] = answer.map(({ resources, ...rest }) => ({
        ...rest,
        resources: resources && new Map(resources),
      }));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return answers.flat();
}

/** What the process of a section writes. */
type Answer = Omit<Asked, "resources"> & { readonly resources: readonly [string, unknown][] | null };
