import { existsSync } from "node:fs";
import { instanceTypeFacts } from "../../aws/instance-types.ts";
import { parsePrefix } from "../../base/prefix.ts";
import { type Answers, NO_ANSWERS, type Twin } from "../../importer/blueprint/answers.ts";
import { inOrder, placesOf } from "../../importer/blueprint/questions.ts";
import { unaskedLines } from "../../importer/blueprint/todos.ts";
import type { Inventory } from "../../importer/types/inventory.ts";
import { type DraftedBlueprint, writeBlueprint } from "../../importer/write-blueprint.ts";
import { compile } from "../../pipeline.ts";
import { amount } from "../commands.ts";
import { nameMistake } from "../declare/name-mistake.ts";
import { inProject } from "../project-folder.ts";
import type { Asker } from "./ask-owner.ts";

/** What the owner has decided. */
export interface Interview {
  readonly name: string;
  readonly output: string;
  readonly answers: Answers;
}

/** What the command line has decided already; null: it says nothing of it. */
export interface Decided {
  readonly name: string | null;
  readonly output: string | null;
}

/** Asks the few questions that nobody but the owner can answer. An answer that makes the blueprint wrong is asked for again. */
export async function interview(inventory: Inventory, decided: Decided, asker: Asker): Promise<Interview> {
  const first = writeBlueprint(inventory, decided.name);
  asker.say(
    `${inventory.vpc.id}: ${amount(first.imports, "resource")} to take over. Enter takes what stands in brackets.`,
  );
  const name = decided.name ?? (await askName(first.name, asker));
  const output = decided.output ?? (await askOutput(name, asker));
  const draft = (answers: Answers) => writeBlueprint(inventory, name, { answers });
  const trial: Trial = { draft, before: errorsOf(draft(NO_ANSWERS)) };
  const withoutIpv6 = await askTiers(first, trial, asker);
  const types = await askTypes(first, trial, asker);
  const twins = await askTwins(first, { ...NO_ANSWERS, withoutIpv6, types }, trial, asker);
  const answers = { twins, withoutIpv6, types };
  const left = unaskedLines(draft(answers).todos);
  if (left.length > 0)
    asker.say(["What else is left to you stands in the blueprint as TODO:", ...left].join("\n"));
  return { name, output, answers };
}

/** How an answer is tried before it is taken. */
interface Trial {
  readonly draft: (answers: Answers) => DraftedBlueprint;
  /** What is wrong without any answer. */
  readonly before: readonly string[];
}

function askName(name: string, { ask }: Asker): Promise<string> {
  return ask(`What is the blueprint called? [${name}]`, (answer) => {
    const chosen = answer === "" ? name : answer;
    return nameMistake("the name", chosen) ?? { value: chosen };
  });
}

function askOutput(name: string, { ask }: Asker): Promise<string> {
  const folder = inProject("blueprints");
  const output = existsSync(folder) ? `${folder}/${name}.yaml` : `${name}.yaml`;
  return ask(`Where is it to stand? [${output}]`, (answer) => {
    const chosen = answer === "" ? output : answer;
    return existsSync(chosen) ? `${chosen} is there already` : { value: chosen };
  });
}

function askTiers(first: DraftedBlueprint, trial: Trial, { ask }: Asker): Promise<readonly string[]> {
  const tiers = Object.keys(first.blueprint.network?.subnets ?? {});
  const question = `Which of these tiers are to stay without IPv6? Names, with commas between: ${tiers.join(", ")}. [none]`;
  return ask(question, (answer) => {
    const names = answer.split(",").map((one) => one.trim());
    const chosen = answer === "" ? [] : names;
    const unknown = chosen.filter((one) => !tiers.includes(one));
    if (unknown.length > 0) return `there is no tier ${unknown.join(", ")}`;
    return wrongWith(trial, { ...NO_ANSWERS, withoutIpv6: chosen }) ?? { value: chosen };
  });
}

/** Of instances whose types of today have no IPv6. */
async function askTypes(
  { blueprint }: DraftedBlueprint,
  trial: Trial,
  { ask }: Asker,
): Promise<ReadonlyMap<string, string>> {
  const before = blueprint.migration?.before?.instanceTypes ?? {};
  let types: ReadonlyMap<string, string> = new Map();
  for (const [name, { instanceType = "" } = {}] of Object.entries(blueprint.compute?.instances ?? {})) {
    const hasNone = instanceTypeFacts(instanceType).ipv6 === "no";
    if (!hasNone && before[name] === undefined) continue;
    const instead = hasNone ? "" : instanceType;
    const question = `Instance ${name} is of type ${before[name] ?? instanceType}, which has no IPv6. Which type is it to get? later leaves it for later. [${instead || "later"}]`;
    const type = await ask<string>(question, (answer) => {
      const chosen = answer || instead;
      if (chosen === "" || chosen === "later") return { value: "" };
      if (instanceTypeFacts(chosen).ipv6 === "no") return `${chosen} has no IPv6`;
      return wrongWith(trial, { ...NO_ANSWERS, types: new Map([[name, chosen]]) }) ?? { value: chosen };
    });
    if (type !== "") types = new Map([...types, [name, type]]);
  }
  return types;
}

async function askTwins(
  { questions }: DraftedBlueprint,
  others: Answers,
  trial: Trial,
  asker: Asker,
): Promise<ReadonlyMap<string, Twin>> {
  let twins: ReadonlyMap<string, Twin> = new Map();
  for (const about of inOrder(questions)) {
    const isList = parsePrefix(about) === null;
    const twin = await asker.ask<Twin | null>(twinQuestion(about, placesOf(questions, about)), (text) => {
      const meant = readTwin(text, isList);
      if (meant === null || typeof meant === "string") return meant ?? { value: null };
      const wrong =
        "reason" in meant
          ? null
          : wrongWith(trial, { ...others, twins: new Map([...twins, [about, meant]]) });
      return wrong ?? { value: meant };
    });
    if (twin === null) continue;
    for (const line of unwrittenLines(trial.draft({ ...others, twins: new Map([[about, twin]]) })))
      asker.say(line);
    const whole = "reason" in twin ? { reason: await askReason(about, asker) } : twin;
    twins = new Map([...twins, [about, whole]]);
  }
  return twins;
}

function twinQuestion(about: string, places: string): string {
  const [which, what] =
    parsePrefix(about) === null
      ? ["Which prefix list of IPv6 stands beside", "A list, pl-…"]
      : ["Which IPv6 block is behind", "A block"];
  return `${which} ${about} (${places})? ${what}; none, where there is none; Enter leaves it for later.`;
}

/** Places of the block that do not get its twin. */
function unwrittenLines({ unwritten }: DraftedBlueprint): readonly string[] {
  return unwritten.map(
    ({ question, why }) => `not written for ${question.at.join(".")}: ${why}; it stays TODO`,
  );
}

function readTwin(text: string, isList: boolean): Twin | string | null {
  if (text === "") return null;
  if (text === "none") return { reason: "" };
  if (isList)
    return /^pl-[0-9a-f]+$/.test(text)
      ? { peer: text }
      : "the id of a list is pl- with digits and letters a to f behind it";
  return parsePrefix(text)?.family === "ipv6"
    ? { peer: text }
    : `${text} is no IPv6 block, such as 2001:db8:20::/48`;
}

function askReason(about: string, { ask }: Asker): Promise<string> {
  return ask(`Why has ${about} none? Reviewers read it in the blueprint.`, (answer) =>
    answer === "" ? "a reason, in a few words" : { value: answer },
  );
}

/** The first error that the answers bring; null when they bring none. */
function wrongWith({ draft, before }: Trial, answers: Answers): string | null {
  return errorsOf(draft(answers)).find((message) => !before.includes(message)) ?? null;
}

function errorsOf({ text, name }: DraftedBlueprint): readonly string[] {
  const { findings } = compile([{ file: `${name}.yaml`, text }], "0000-00-00");
  return findings.filter(({ severity }) => severity === "error").map(({ message }) => message);
}
