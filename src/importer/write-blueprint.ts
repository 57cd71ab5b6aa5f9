import { byText } from "../base/compare-texts.ts";
import type {
  BeforeMigration,
  Blueprint,
  ComputeSettings,
  Migration,
  NetworkSettings,
} from "../blueprint/blueprint.generated.ts";
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
import { writeDatabases } from "./blueprint/databases-section.ts";
import { type Remark, startDraft } from "./blueprint/draft.ts";
import { findLost } from "./blueprint/find-lost.ts";
import { writeFleet } from "./blueprint/fleet-section.ts";
import { writeFlowLogs } from "./blueprint/flow-logs-section.ts";
import { writeGateways } from "./blueprint/gateways-section.ts";
import { writeInstances } from "./blueprint/instances-section.ts";
import { type Known, NOTHING_KNOWN } from "./blueprint/known.ts";
import { type LackingIds, lackingIds, todosOfIds } from "./blueprint/lacking-ids.ts";
import { planLinks } from "./blueprint/links-section.ts";
import { writeLoadBalancers } from "./blueprint/load-balancers-section.ts";
import { startNaming } from "./blueprint/names.ts";
import { writeNetworkAcls } from "./blueprint/network-acls-section.ts";
import { planNetwork } from "./blueprint/plan-network.ts";
import { type IdsFile, putTogether } from "./blueprint/put-together.ts";
import type { Question } from "./blueprint/questions.ts";
import { writeRoutes } from "./blueprint/routes-section.ts";
import { compact, type Section } from "./blueprint/section.ts";
import { nameSecurityGroups, writeSecurityGroups } from "./blueprint/security-groups-section.ts";
import { stageReached } from "./blueprint/stage-reached.ts";
import { writeSubnets } from "./blueprint/subnets-section.ts";
import { nameTargetGroups, writeTargetGroups } from "./blueprint/target-groups-section.ts";
import type { Todo } from "./blueprint/todos.ts";
import { writeVpcEndpoints } from "./blueprint/vpc-endpoints-section.ts";
import { remarkDns } from "./blueprint/vpc-section.ts";
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

/** What stands beside a blueprint. */
interface Beside {
  /** Terraform files that its stack gets. */
  readonly extensions?: readonly string[];
  /** The file that gets the ids; null: none does. */
  readonly idsFile?: string | null;
  /** How a blueprint that the network is merged into calls what is there; left out: there is none. */
  readonly known?: Known;
  /** What the owner has said; left out: nothing. */
  readonly answers?: Answers;
}

/**
 * Writes the blueprint of a VPC's migration to IPv6: the network as it is with IPv6 as it is to be, everything that can
 * be taken over under `existing.import`, at the stage `import`. `preferredName` is the
 * blueprint's name; null: the VPC's own.
 */
export function writeBlueprint(
  inventory: Inventory,
  preferredName: string | null,
  { extensions = [], idsFile = null, known = NOTHING_KNOWN, answers = NO_ANSWERS }: Beside = {},
): DraftedBlueprint {
  const draft = startDraft(inventory, known);
  const name = startNaming()(preferredName ?? inventory.vpc.name, inventory.vpc.id);
  const { sections: asFound, typesBefore, isImported } = writeSections(draft);
  const { sections, questions, accepted, unwritten } = applyAnswers(asFound, draft.notes.questions, answers);
  const lost = findLost(draft);
  const unplaced = [...draft.notes.unplaced, ...lost].sort(byText(orderOf));
  const { text, ids, blueprint, beside } = putTogether(draft, {
    name,
    sections,
    migration: compact<Migration>({
      stage: "import",
      reached: stageReached(draft),
      before: compact<BeforeMigration>({ instanceTypes: typesBeforeAnswers(asFound, typesBefore, answers) }),
    }),
    accept: acceptancesFor(accepted),
    questions,
    remarks: draft.notes.remarks.filter(({ path }) => !isAnswered(path, answers)),
    isImported,
    extensions,
    idsFile,
    unplaced,
  });
  const { unknownIds, imports, references, rulesWithoutId } = draft.notes;
  const taken = isImported ? withVpc(imports, inventory) : imports;
  const referred = isImported ? references : withVpc(references, inventory);
  const ofAws = { taken, referred, imports: taken.size, groupsLackingIds: [...rulesWithoutId.keys()] };
  const texts = { text, ids, name, blueprint, beside, questions, unwritten };
  const lacking = lackingIds(draft);
  const todos = [
    ...draft.notes.todos.filter(({ path }) => !isAnswered(path, answers)),
    ...todosOfIds(unknownIds, lacking),
  ];
  return { ...texts, ...ofAws, unplaced, lost, unknownIds, lacking, todos };
}

function withVpc(ids: ReadonlyMap<string, string>, { vpc }: Inventory): ReadonlyMap<string, string> {
  return new Map([[VPC_ADDRESS, vpc.id], ...ids]);
}

function writeSections(draft: ReturnType<typeof startDraft>) {
  const network = planNetwork(draft);
  const { tiers } = network;
  const groups = nameSecurityGroups(draft);
  const links = planLinks(draft, tiers);
  remarkDns(draft.inventory.vpc, draft);
  const networkSections = compact<NetworkSettings>({
    vpc: network.vpc.section,
    availabilityZones: network.zones,
    addressPlan: { zonesPerTier: network.zonesPerTier },
    subnets: writeSubnets(draft, network),
    natGateways: writeGateways(draft, network),
    routes: writeRoutes(draft, network, links),
    networkAcls: writeNetworkAcls(draft, network),
    securityGroups: writeSecurityGroups(draft, tiers, groups),
    vpcEndpoints: writeVpcEndpoints(draft, tiers, groups),
    ...links.sections,
    flowLogs: writeFlowLogs(draft),
  });
  const targetGroups = nameTargetGroups(draft);
  const { names: fleet, ...fleetSections } = writeFleet(draft, tiers, groups);
  const instances = writeInstances(draft, tiers, groups, fleet);
  const sections = {
    network: networkSections,
    compute: compact<ComputeSettings>({ ...fleetSections, instances: instances.section }),
    targetGroups: writeTargetGroups(draft, targetGroups, { instances: instances.names, fleet }),
    loadBalancers: writeLoadBalancers(draft, { tiers, groups, targetGroups }),
    rds: writeDatabases(draft, tiers, groups),
  };
  return { sections, typesBefore: instances.typesBefore, isImported: network.vpc.isImported };
}

function orderOf({ kind, id, detail }: Unplaced): string {
  return [kind, id, detail ?? ""].join("\u0000");
}
