import { byText } from "../base/compare-texts.ts";
import type { BeforeMigration, Blueprint, Migration } from "../blueprint/blueprint.generated.ts";
import { VPC_ADDRESS } from "../model/migration/existing.ts";
import { acceptancesFor } from "./blueprint/acceptances.ts";
import {
  type Answers,
  applyAnswers,
  isAnswered,
  NO_ANSWERS,
  typesBeforeAnswers,
  type Unwritten,
} from "./blueprint/answers.ts";
import { type Remark, startDraft } from "./blueprint/draft.ts";
import { findLost } from "./blueprint/find-lost.ts";
import { type Known, NOTHING_KNOWN } from "./blueprint/known.ts";
import { type LackingIds, lackingIds, todosOfIds } from "./blueprint/lacking-ids.ts";
import { startNaming } from "./blueprint/names.ts";
import { propagatedGateways } from "./blueprint/propagated-gateways.ts";
import { type IdsFile, putTogether } from "./blueprint/put-together.ts";
import type { Question } from "./blueprint/questions.ts";
import { compact, type Section } from "./blueprint/section.ts";
import { stageReached } from "./blueprint/stage-reached.ts";
import type { Todo } from "./blueprint/todos.ts";
import { writeSections } from "./blueprint/write-sections.ts";
import type { Inventory, Unplaced } from "./types/inventory.ts";

/** A first blueprint for a VPC that is there, and what it could not take up. */
export interface DraftedBlueprint {
  /** YAML, its comments saying what is left to do. */
  readonly text: string;
  /** The file beside it that holds the ids; null: the blueprint holds them itself, at its end. */
  readonly ids: IdsFile | null;
  /** The blueprint's name. */
  readonly name: string;
  /** How many resources it takes over. */
  readonly imports: number;
  /** The same by their Terraform addresses in the blueprint's stack: the id that `terraform import` takes for each. */
  readonly taken: ReadonlyMap<string, string>;
  /** What it refers to and leaves in other hands, by address: the AWS id of each. */
  readonly referred: ReadonlyMap<string, string>;
  /** Ids of security groups of which a rule is there whose id is not known. */
  readonly groupsLackingIds: readonly string[];
  /** What is there and is not in the blueprint, sorted; the text says it too. */
  readonly unplaced: readonly Unplaced[];
  /** Those of them that no step has spoken of: a mistake of Hextet's. */
  readonly lost: readonly Unplaced[];
  /** Addresses of what is there, but whose id for an import is not known: Terraform would make them a second time. */
  readonly unknownIds: readonly string[];
  /** Those of them that are rules of security groups, by group. */
  readonly lacking: readonly LackingIds[];
  /** The blueprint before it is a text. */
  readonly blueprint: Section<Blueprint>;
  /** The names in AWS that stand beside those of the blueprint, as comments. */
  readonly beside: readonly Remark[];
  readonly questions: readonly Question[];
  /** What is left to the owner beside the questions. */
  readonly todos: readonly Todo[];
  /** Answers that could not be written at a place. */
  readonly unwritten: readonly Unwritten[];
}

/** What a draft takes up, before it is a text. */
type TakenUp = Pick<
  DraftedBlueprint,
  "groupsLackingIds" | "imports" | "name" | "referred" | "taken" | "unplaced"
>;

/** What stands beside a blueprint. */
interface Beside {
  /** Terraform files that its stack gets. */
  readonly extensions?: readonly string[];
  /** The file that gets the ids; null: none does. */
  readonly idsFile?: string | null;
}

/** What is known of the network beside what was found. */
interface Beforehand {
  /** How a blueprint that the network is merged into calls what is there; left out: there is none. */
  readonly known?: Known;
  /** What the owner has said; left out: nothing. */
  readonly answers?: Answers;
}

/** A draft that is made, and not yet put into words: where its files go may follow from what it takes up. */
interface Drafting {
  readonly takenUp: TakenUp;
  readonly putTogether: (beside: Beside) => DraftedBlueprint;
}

/**
 * Drafts the blueprint of a VPC's migration to IPv6: the network as it is with IPv6 as it is to be, everything that can
 * be taken over under `existing.import`, at the stage `import`. `preferredName` is the
 * blueprint's name; null: the VPC's own.
 */
export function draftBlueprint(
  inventory: Inventory,
  preferredName: string | null,
  { known = NOTHING_KNOWN, answers = NO_ANSWERS }: Beforehand = {},
): Drafting {
  const draft = startDraft(inventory, known);
  const name = blueprintName(inventory, preferredName);
  const found = writeSections(draft);
  const { isImported } = found;
  const lost = findLost(draft);
  const unplaced = [...draft.notes.unplaced, ...lost].sort(byText(orderOf));
  const { imports, references, rulesWithoutId } = draft.notes;
  const taken = isImported ? withVpc(imports, inventory) : imports;
  const referred = isImported ? references : withVpc(references, inventory);
  const groupsLackingIds = [...rulesWithoutId.keys()];
  const takenUp = { name, taken, referred, imports: taken.size, groupsLackingIds, unplaced };
  return {
    takenUp,
    putTogether: (beside) => putIntoWords(draft, { ...found, takenUp, lost, answers }, beside),
  };
}

/** What the blueprint of a VPC is called: as is preferred, or like the VPC. */
export function blueprintName({ vpc }: Inventory, preferredName: string | null): string {
  return startNaming()(preferredName ?? vpc.name, vpc.id);
}

/** The draft in words at once. */
export function writeBlueprint(
  inventory: Inventory,
  preferredName: string | null,
  { known, answers, ...beside }: Beside & Beforehand = {},
): DraftedBlueprint {
  const beforehand = { ...(known && { known }), ...(answers && { answers }) };
  return draftBlueprint(inventory, preferredName, beforehand).putTogether(beside);
}

interface Made extends ReturnType<typeof writeSections> {
  readonly takenUp: TakenUp;
  readonly lost: readonly Unplaced[];
  readonly answers: Answers;
}

function putIntoWords(
  draft: ReturnType<typeof startDraft>,
  { sections: asFound, typesBefore, isImported, takenUp, lost, answers }: Made,
  { extensions = [], idsFile = null }: Beside,
): DraftedBlueprint {
  const { name, unplaced } = takenUp;
  const { sections, questions, accepted, unwritten } = applyAnswers(asFound, draft.notes.questions, answers);
  const { text, ids, blueprint, beside } = putTogether(draft, {
    name,
    sections,
    migration: compact<Migration>({
      stage: "import",
      reached: stageReached(draft),
      before: compact<BeforeMigration>({ instanceTypes: typesBeforeAnswers(asFound, typesBefore, answers) }),
    }),
    accept: [...acceptancesFor(accepted), ...propagatedGateways(draft, sections.network)],
    questions,
    remarks: draft.notes.remarks.filter(({ path }) => !isAnswered(path, answers)),
    isImported,
    extensions,
    idsFile,
    unplaced,
  });
  const { unknownIds } = draft.notes;
  const lacking = lackingIds(draft);
  const own = draft.notes.todos.filter(({ path }) => !isAnswered(path, answers));
  const todos = [...own, ...todosOfIds(unknownIds, lacking)];
  return { ...takenUp, text, ids, blueprint, beside, questions, unwritten, todos, lost, unknownIds, lacking };
}

function withVpc(ids: ReadonlyMap<string, string>, { vpc }: Inventory): ReadonlyMap<string, string> {
  return new Map([[VPC_ADDRESS, vpc.id], ...ids]);
}

function orderOf({ kind, id, detail }: Unplaced): string {
  return [kind, id, detail ?? ""].join("\u0000");
}
