import type { DatabaseInstance, RdsSettings } from "../../blueprint/blueprint.generated.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import { DATABASE_WORD, databaseArguments } from "../fields/database.ts";
import { write } from "../fields/field.ts";
import type { FoundDatabase } from "../types/balancing.ts";
import type { Draft } from "./draft.ts";
import { nameIn } from "./known.ts";
import { inNameOrder } from "./names.ts";
import { compact, type Section } from "./section.ts";
import type { GroupNames } from "./security-groups-section.ts";
import { type TierPlan, wholeTiers } from "./tier-plan.ts";

/** Writes `rds`: subnet groups and instances as they are, of network type DUAL. */
export function writeDatabases(
  draft: Draft,
  tiers: readonly TierPlan[],
  groups: GroupNames,
): Section<RdsSettings> {
  const subnetGroups = nameSubnetGroups(draft, tiers);
  const name = nameIn(draft, "aws_db_instance", "rds", "instances");
  const instances = inNameOrder(draft.inventory.databases).flatMap(
    (database): [string, Section<DatabaseInstance>][] => {
      const reason = refusal(draft, database, subnetGroups, groups);
      if (reason !== null) {
        draft.leaveOut({ kind: "DB instance", id: database.id, detail: reason });
        return [];
      }
      const own = name(database.id, database.id, "database");
      draft.importAs(terraformAddress("aws_db_instance", own), database.id);
      if (database.publiclyAccessible)
        draft.leaveToOwner({ path: ["rds", "instances", own], kind: "a public database", text: PUBLIC });
      return [[own, writeInstance(database, subnetGroups, groups)]];
    },
  );
  const written = [...subnetGroups.values()].map(
    ({ name: own, tiers: subnets }) => [own, { subnets }] as const,
  );
  return compact<RdsSettings>({
    subnetGroups: Object.fromEntries(written),
    instances: Object.fromEntries(instances),
  });
}

const PUBLIC = "publicly accessible databases stay IPv4: AWS takes DUAL for private ones only.";

interface NamedGroup {
  readonly name: string;
  readonly tiers: readonly string[];
}

/** By AWS name. */
function nameSubnetGroups(draft: Draft, tiers: readonly TierPlan[]): ReadonlyMap<string, NamedGroup> {
  const name = nameIn(draft, "aws_db_subnet_group", "rds", "subnetGroups");
  const named = new Map<string, NamedGroup>();
  for (const group of inNameOrder(draft.inventory.databaseSubnetGroups)) {
    const whole = wholeTiers(tiers, group.subnetIds);
    if (whole === null) {
      const detail = "it holds subnets that are left out, or of another VPC";
      draft.leaveOut({ kind: "DB subnet group", id: group.id, detail });
      continue;
    }
    const own = name(group.id, group.id, "databases");
    draft.importAs(terraformAddress("aws_db_subnet_group", own), group.id);
    named.set(group.id, { name: own, tiers: whole });
  }
  return named;
}

function refusal(
  draft: Draft,
  database: FoundDatabase,
  subnetGroups: ReadonlyMap<string, NamedGroup>,
  groups: GroupNames,
): string | null {
  const { cluster, subnetGroup, securityGroupIds, masterUsername, storageType } = database;
  if (cluster !== null)
    return `a member of the Aurora cluster ${cluster}; set the cluster's network type there`;
  const isFound = draft.inventory.databaseSubnetGroups.some(({ id }) => id === subnetGroup);
  if (!subnetGroups.has(subnetGroup))
    return `its DB subnet group ${subnetGroup} is ${isFound ? "left out" : "not among what was read"}`;
  if (securityGroupIds.some((id) => !groups.has(id))) return "its security groups were not all found";
  if (!DATABASE_WORD.test(masterUsername)) return `a blueprint cannot say the master user's name`;
  return storageType === "gp2" || storageType === "gp3" ? null : `of storage type ${storageType}`;
}

function writeInstance(
  database: FoundDatabase,
  subnetGroups: ReadonlyMap<string, NamedGroup>,
  groups: GroupNames,
): Section<DatabaseInstance> {
  return compact<DatabaseInstance>({
    ...write(databaseArguments, database),
    subnetGroup: subnetGroups.get(database.subnetGroup)?.name,
    networkType: database.publiclyAccessible ? database.networkType : "DUAL",
    securityGroups: database.securityGroupIds.flatMap((id) => groups.get(id) ?? []).sort(),
  });
}
