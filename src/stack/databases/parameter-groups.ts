import { DbParameterGroup } from "@cdktf/provider-aws/lib/db-parameter-group/index.js";
import { RdsClusterParameterGroup } from "@cdktf/provider-aws/lib/rds-cluster-parameter-group/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { ParameterGroup, Rds } from "../../model/types/rds.ts";
import { withNameTag } from "../name-tag.ts";
import type { Made } from "../resources.ts";

/** How engines are set, by name. */
export interface ParameterGroupsMade {
  readonly parameterGroups: Made<DbParameterGroup>;
  readonly clusterParameterGroups: Made<RdsClusterParameterGroup>;
}

/** Adds the parameter groups of instances and of Aurora clusters. */
export function addParameterGroups(scope: Construct, rds: Rds): ParameterGroupsMade {
  return {
    parameterGroups: new Map(
      rds.parameterGroups.map((group) => {
        const address = terraformAddress("aws_db_parameter_group", group.name);
        return [group.name, new DbParameterGroup(scope, address, config(group))];
      }),
    ),
    clusterParameterGroups: new Map(
      rds.clusterParameterGroups.map((group) => {
        const address = terraformAddress("aws_rds_cluster_parameter_group", group.name);
        return [group.name, new RdsClusterParameterGroup(scope, address, config(group))];
      }),
    ),
  };
}

function config({ displayName, family, parameters, tags }: ParameterGroup) {
  return {
    // Another family is another group, and AWS deletes none that a database has: the new one comes first.
    namePrefix: `${displayName}-`,
    lifecycle: { createBeforeDestroy: true },
    description: `Parameters ${displayName}`,
    family,
    parameter: [...parameters],
    tags: withNameTag(displayName, tags),
  };
}
