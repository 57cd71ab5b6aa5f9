import { byText } from "../../base/compare-texts.ts";
import type {
  Acceptance,
  Blueprint,
  ExistingNetwork,
  Migration,
} from "../../blueprint/blueprint.generated.ts";
import type { Unplaced } from "../types/inventory.ts";
import type { Draft, Remark } from "./draft.ts";
import { lackingIds } from "./lacking-ids.ts";
import { originalNameOfVpc, originalNames } from "./original-names.ts";
import { type Question, remarksOf } from "./questions.ts";
import { type Rendering, renderIds, renderYaml } from "./render-yaml.ts";
import { compact, type Section } from "./section.ts";

/** What the steps have written, and how the blueprint is to be. */
export interface Parts {
  readonly name: string;
  readonly sections: Pick<
    Section<Blueprint>,
    "compute" | "loadBalancers" | "network" | "rds" | "targetGroups"
  >;
  readonly migration: Section<Migration>;
  readonly accept: readonly Acceptance[];
  readonly remarks: readonly Remark[];
  /** What is left to be asked. */
  readonly questions: readonly Question[];
  /** False: the VPC is only referred to. */
  readonly isImported: boolean;
  /** Terraform files that its stack gets. */
  readonly extensions: readonly string[];
  /** The file beside it that gets the ids; null: the blueprint holds them. */
  readonly idsFile: string | null;
  readonly unplaced: readonly Unplaced[];
}

/** A blueprint in words: its text, and that of the file of its ids. */
export interface BlueprintTexts {
  readonly blueprint: Section<Blueprint>;
  readonly beside: Rendering["beside"];
  readonly text: string;
  readonly ids: IdsFile | null;
}

/** A file of ids, which the blueprint includes. */
export interface IdsFile {
  /** As the blueprint calls it. */
  readonly file: string;
  readonly text: string;
}

/** The place of the ids, in the blueprint and in the file that it includes. */
const EXISTING = "network.vpc.existing";

/** Writes what a person reads first, and the ids last: at the end of the text, or in a file beside. */
export function putTogether(draft: Draft, parts: Parts): BlueprintTexts {
  const { inventory, notes } = draft;
  const ids = compact<ExistingNetwork>({
    import: sorted(notes.imports),
    reference: sorted(notes.references),
  });
  const idsFile = Object.keys(ids).length === 0 ? null : parts.idsFile;
  const blueprint = idsFile === null ? inOne(draft, parts, ids) : besideIds(draft, parts, idsFile);
  const lacking = lackingIds(draft);
  const ofRules = new Set(lacking.flatMap(({ addresses }) => addresses));
  const rendering: Rendering = {
    blueprint,
    remarks: [...parts.remarks, ...remarksOf(parts.questions)],
    beside: besideNames(draft, parts.name),
    unplaced: parts.unplaced,
    lackingIds: lacking,
    unknownIds: notes.unknownIds.filter((address) => !ofRules.has(address)),
    vpcId: inventory.vpc.id,
    idsFile,
  };
  const text = idsFile === null ? null : renderIds({ network: { vpc: { existing: ids } } }, parts.name);
  return {
    blueprint,
    beside: rendering.beside,
    text: renderYaml(rendering),
    ids: idsFile === null || text === null ? null : { file: idsFile, text },
  };
}

function besideNames(draft: Draft, name: string): Rendering["beside"] {
  const own = originalNameOfVpc(name, draft.inventory);
  return [...(own === null ? [] : [{ path: ["name"], text: own }]), ...originalNames(draft)];
}

function opening({ inventory }: Draft, { name }: Parts): Section<Blueprint> {
  return { apiVersion: "hextet/v1", name, region: inventory.region };
}

function ending({ migration, accept, extensions }: Parts): Section<Blueprint> {
  return {
    migration,
    accept: accept.length === 0 ? undefined : [...accept],
    extend: extensions.length === 0 ? undefined : { terraform: [...extensions] },
  };
}

function existingOf({ inventory }: Draft, { isImported }: Parts): Section<ExistingNetwork> {
  return { id: inventory.vpc.id, management: isImported ? undefined : "reference" };
}

/** A map has its keys once: for the ids to come last, the VPC comes last in its network, and the network in the text. */
function inOne(draft: Draft, parts: Parts, ids: Section<ExistingNetwork>): Section<Blueprint> {
  const { network = {}, ...others } = parts.sections;
  const { vpc = {}, ...rest } = network;
  const existing = compact<ExistingNetwork>({ ...existingOf(draft, parts), ...ids });
  return compact<Blueprint>({
    ...opening(draft, parts),
    ...others,
    ...ending(parts),
    network: { ...rest, vpc: { ...vpc, existing } },
  });
}

function besideIds(draft: Draft, parts: Parts, idsFile: string): Section<Blueprint> {
  const { network = {}, ...others } = parts.sections;
  const { vpc = {}, ...rest } = network;
  const existing = compact<ExistingNetwork>(existingOf(draft, parts));
  const blueprint = compact<Blueprint>({
    ...opening(draft, parts),
    network: { vpc: { ...vpc, existing }, ...rest },
    ...others,
    ...ending(parts),
  });
  return { ...blueprint, ...{ include: { [idsFile]: [EXISTING] } } };
}

function sorted(map: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  return Object.fromEntries([...map].sort(byText(([address]) => address)));
}
