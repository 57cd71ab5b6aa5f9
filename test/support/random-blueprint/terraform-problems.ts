import { askProvider, type Resources, resourcesOf } from "../sweep/ask-provider.ts";
import { stackJson } from "../synth-json.ts";
import type { TerraformTools } from "../tools.ts";
import { judgeText } from "./blueprint-problems.ts";
import type { DrawnText } from "./drawn-blueprints.ts";

/** So many smaller forms are asked about in one command, and so often. */
const FORMS = 60;
const ROUNDS = 40;

/** The real provider, and the resources that it took: its answer hangs on nothing beside them, so none is asked about twice. */
export interface Asking {
  readonly tools: TerraformTools;
  readonly taken: Set<string>;
}

/** What the real provider has against the stacks of some blueprints; null for a blueprint that Hextet refuses. */
export async function terraformProblems(
  { tools, taken }: Asking,
  texts: readonly string[],
): Promise<readonly (readonly string[] | null)[]> {
  const asked = new Set(taken);
  const sets = texts.map((text) => {
    const resources = resourcesOfText(text);
    return resources === null ? null : newResources(resources, asked);
  });
  const open = sets.flatMap((set) => set ?? []);
  const told = await askProvider(tools, open, new Set(open.keys()));
  const answers = new Map(open.map((set, index) => [set, told[index] ?? []] as const));
  for (const [set, problems] of answers)
    if (problems.length === 0) for (const one of set) taken.add(keyOf(one));
  return sets.map((set) =>
    set === null ? null : (answers.get(set) ?? []).map(({ summary, detail }) => `${summary}: ${detail}`),
  );
}

/** Those that nobody has asked about yet; from now on they are. */
function newResources(resources: Resources, asked: Set<string>): Resources {
  const fresh = [...resources].filter((one) => !asked.has(keyOf(one)));
  for (const one of fresh) asked.add(keyOf(one));
  return new Map(fresh);
}

function keyOf([address, body]: readonly [string, unknown]): string {
  return `${address.split(".")[0]} ${JSON.stringify(body)}`;
}

/** The resources for the release of the provider that is asked: later ones may know more. */
function resourcesOfText(text: string): Resources | null {
  const judged = judgeText(`${text}terraform: { awsProvider: { version: 5.100.0 } }\n`);
  return judged.kind === "refused" ? null : resourcesOf(stackJson(judged.network));
}

/** The smallest form that was found of a blueprint that the provider refuses, and why it does. */
export async function smallestRefused(
  asking: Asking,
  drawn: DrawnText,
  problems: readonly string[],
): Promise<{ readonly text: string; readonly problems: readonly string[] }> {
  let smallest = { drawn, problems };
  for (let round = 0; round < ROUNDS; round += 1) {
    const forms = smallest.drawn.smaller(FORMS);
    const told = await terraformProblems(
      asking,
      forms.map(({ text }) => text),
    );
    const index = told.findIndex((found) => found?.some((one) => kindOf(one) === kindOf(problems[0] ?? "")));
    const [form, found] = [forms[index], told[index]];
    if (form === undefined || found === null || found === undefined) break;
    smallest = { drawn: form, problems: found };
  }
  return { text: smallest.drawn.text, problems: smallest.problems };
}

/** The same mistake in another place has other names and numbers in it. */
function kindOf(problem: string): string {
  return problem.split(":")[0]?.replaceAll(/[\d".]|\b\w+_\w+\b/g, "") ?? "";
}
