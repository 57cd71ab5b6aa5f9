import { existsSync } from "node:fs";
import { instanceTypeFacts } from "../../aws/instance-types.ts";
import { parsePrefix } from "../../base/prefix.ts";
import { type Answers, NO_ANSWERS, type Twin } from "../../importer/blueprint/answers.ts";
import { inOrder, placesOf } from "../../importer/blueprint/questions.ts";
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
  const withoutIpv6 = await askTiers(first, draft, asker);
  const types = await askTypes(first, draft, asker);
  const twins = await askTwins(first, { ...NO_ANSWERS, withoutIpv6, types }, draft, asker);
  return { name, output, answers: { twins, withoutIpv6, types } };
}

type Draft = (answers: Answers) => DraftedBlueprint;

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

function askTiers(first: DraftedBlueprint, draft: Draft, { ask }: Asker): Promise<readonly string[]> {
  const tiers = Object.keys(first.blueprint.network?.subnets ?? {});
  const question = `Which of these tiers are to stay without IPv6? Names, with commas between: ${tiers.join(", ")}. [none]`;
  return ask(question, (answer) => {
    const names = answer.split(",").map((one) => one.trim());
    const chosen = answer === "" ? [] : names;
    const unknown = chosen.filter((one) => !tiers.includes(one));
    if (unknown.length > 0) return `there is no tier ${unknown.join(", ")}`;
    return wrongWith(draft({ ...NO_ANSWERS, withoutIpv6: chosen })) ?? { value: chosen };
  });
}

/** Of instances whose types of today have no IPv6. */
async function askTypes(
  { blueprint }: DraftedBlueprint,
  draft: Draft,
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
      return wrongWith(draft({ ...NO_ANSWERS, types: new Map([[name, chosen]]) })) ?? { value: chosen };
    });
    if (type !== "") types = new Map([...types, [name, type]]);
  }
  return types;
}

async function askTwins(
  { questions }: DraftedBlueprint,
  others: Answers,
  draft: Draft,
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
          : wrongWith(draft({ ...others, twins: new Map([...twins, [about, meant]]) }));
      return wrong ?? { value: meant };
    });
    if (twin === null) continue;
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

/** The first error of the blueprint; null when it is valid. */
function wrongWith({ text, name }: DraftedBlueprint): string | null {
  const { findings } = compile([{ file: `${name}.yaml`, text }], "0000-00-00");
  return findings.find(({ severity }) => severity === "error")?.message ?? null;
}
