import { byText } from "../base/compare-texts.ts";
import type {
  BeforeMigration,
  Blueprint,
  ComputeSettings,
  ExistingNetwork,
  Migration,
  NetworkSettings,
} from "../blueprint/blueprint.generated.ts";
import { VPC_ADDRESS } from "../model/migration/existing.ts";
import { acceptancesOf } from "./blueprint/acceptances.ts";
import { writeDatabases } from "./blueprint/databases-section.ts";
import { startDraft } from "./blueprint/draft.ts";
import { findLost } from "./blueprint/find-lost.ts";
import { firstStage } from "./blueprint/first-stage.ts";
import { writeGateways } from "./blueprint/gateways-section.ts";
import { writeInstances } from "./blueprint/instances-section.ts";
import { type LackingIds, lackingIds } from "./blueprint/lacking-ids.ts";
import { writeLoadBalancers } from "./blueprint/load-balancers-section.ts";
import { nameOf } from "./blueprint/names.ts";
import { writeNetworkAcls } from "./blueprint/network-acls-section.ts";
import { planNetwork } from "./blueprint/plan-network.ts";
import { remarksOf } from "./blueprint/questions.ts";
import { type Rendering, renderYaml } from "./blueprint/render-yaml.ts";
import { writeRoutes } from "./blueprint/routes-section.ts";
import { compact } from "./blueprint/section.ts";
import { nameSecurityGroups, writeSecurityGroups } from "./blueprint/security-groups-section.ts";
import { writeSubnets } from "./blueprint/subnets-section.ts";
import { writeTargetGroups } from "./blueprint/target-groups-section.ts";
import { writeVpcEndpoints } from "./blueprint/vpc-endpoints-section.ts";
import { remarkDns } from "./blueprint/vpc-section.ts";
import type { Inventory, Unplaced } from "./types/inventory.ts";

/** A first blueprint for a VPC that is there, and what it could not take up. */
export interface DraftedBlueprint {
  /** YAML, its comments saying what is left to do. */
  readonly text: string;
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
}

/** All of it but its text. */
export interface BlueprintDraft extends Omit<DraftedBlueprint, "text"> {
  readonly rendering: Rendering;
}

/** Drafts a blueprint and writes it: `draftBlueprint`, then `withText`. */
export function writeBlueprint(inventory: Inventory, preferredName: string | null): DraftedBlueprint {
  return withText(draftBlueprint(inventory, preferredName), []);
}

/** Writes what is drafted. `extensions` are files beside the blueprint that its stack gets. */
export function withText(
  { rendering, ...known }: BlueprintDraft,
  extensions: readonly string[],
): DraftedBlueprint {
  const blueprint = compact<Blueprint>({
    ...rendering.blueprint,
    extend: extensions.length === 0 ? undefined : { terraform: [...extensions] },
  });
  return { ...known, text: renderYaml({ ...rendering, blueprint }) };
}

/**
 * Drafts the blueprint of a VPC's migration to IPv6: the network as it is with IPv6 as it is to be, everything that can
 * be taken over under `existing.import`, at the stage `import`, or further where there is IPv6 already. `preferredName` is
 * the blueprint's name; null: the VPC's own.
 */
export function draftBlueprint(inventory: Inventory, preferredName: string | null): BlueprintDraft {
  const draft = startDraft(inventory);
  const name = nameOf(preferredName ?? inventory.vpc.name ?? "") || nameOf(inventory.vpc.id);
  const { sections, typesBefore, vpc, isImported } = writeSections(draft);
  const existing = compact<ExistingNetwork>({
    id: inventory.vpc.id,
    management: isImported ? undefined : "reference",
    import: sorted(draft.notes.imports),
    reference: sorted(draft.notes.references),
  });
  const { network, ...others } = sections;
  const stage = firstStage(draft);
  const accept = acceptancesOf(draft.notes.questions, stage);
  const blueprint = compact<Blueprint>({
    apiVersion: "hextet/v1",
    name,
    region: inventory.region,
    network: { vpc: { ...vpc, existing }, ...network },
    ...others,
    migration: compact<Migration>({
      stage,
      before: compact<BeforeMigration>({ instanceTypes: typesBefore }),
    }),
    accept: accept.length === 0 ? undefined : accept,
  });
  const lost = findLost(draft);
  const unplaced = [...draft.notes.unplaced, ...lost].sort(byText(orderOf));
  const { unknownIds, imports, references, questions, rulesWithoutId } = draft.notes;
  const remarks = [...draft.notes.remarks, ...remarksOf(questions)];
  const lacking = lackingIds(draft);
  const ofRules = new Set(lacking.flatMap(({ addresses }) => addresses));
  const rendering = {
    blueprint,
    remarks,
    unplaced,
    lackingIds: lacking,
    unknownIds: unknownIds.filter((address) => !ofRules.has(address)),
    vpcId: inventory.vpc.id,
  };
  const taken = isImported ? withVpc(imports, inventory) : imports;
  const referred = isImported ? references : withVpc(references, inventory);
  const known = { taken, referred, imports: taken.size, groupsLackingIds: [...rulesWithoutId.keys()] };
  return { rendering, name, ...known, unplaced, lost, unknownIds, lacking };
}

function withVpc(ids: ReadonlyMap<string, string>, { vpc }: Inventory): ReadonlyMap<string, string> {
  return new Map([[VPC_ADDRESS, vpc.id], ...ids]);
}

function writeSections(draft: ReturnType<typeof startDraft>) {
  const network = planNetwork(draft);
  const { tiers } = network;
  const groups = nameSecurityGroups(draft);
  remarkDns(draft.inventory.vpc, draft);
  const networkSections = compact<NetworkSettings>({
    availabilityZones: network.zones,
    addressPlan: { zonesPerTier: network.zonesPerTier },
    subnets: writeSubnets(draft, network),
    natGateways: writeGateways(draft, network),
    routes: writeRoutes(draft, network),
    networkAcls: writeNetworkAcls(draft, network),
    securityGroups: writeSecurityGroups(draft, tiers, groups),
    vpcEndpoints: writeVpcEndpoints(draft, tiers, groups),
  });
  const instances = writeInstances(draft, tiers, groups);
  const targetGroups = writeTargetGroups(draft, instances.names);
  const loadBalancers = writeLoadBalancers(draft, { tiers, groups, targetGroups: targetGroups.names });
  const sections = {
    network: networkSections,
    compute: compact<ComputeSettings>({ instances: instances.section }),
    targetGroups: targetGroups.section,
    loadBalancers,
    rds: writeDatabases(draft, tiers, groups),
  };
  const { vpc } = network;
  return { sections, typesBefore: instances.typesBefore, vpc: vpc.section, isImported: vpc.isImported };
}

function sorted(map: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  return Object.fromEntries([...map].sort(byText(([address]) => address)));
}

function orderOf({ kind, id, detail }: Unplaced): string {
  return [kind, id, detail ?? ""].join("\u0000");
}
