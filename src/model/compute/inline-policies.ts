import type { Path } from "../../base/path.ts";
import type {
  Blueprint,
  InlinePolicies,
  PolicyDocument,
  PolicyStatement as WrittenStatement,
} from "../../blueprint/blueprint.generated.ts";
import { type Context, present, sortedEntries } from "../context.ts";
import { awsStackName, displayName } from "../names.ts";
import type { NetworkToShow } from "../outputs/output-kind.ts";
import type { InlinePolicy, PolicyResource, PolicyStatement } from "../types/inline-policies.ts";
import { type Read, readPolicyResource } from "./policy-resource.ts";

/** A role of the blueprint, and the policies that are written beside it. */
interface Role {
  /** Logical id. */
  readonly id: string;
  readonly path: Path;
  readonly written: InlinePolicies | undefined;
}

/** The roles' own policies, by role and name; what they refer to in vain is reported. */
export function normaliseInlinePolicies(
  context: Context,
  blueprint: Blueprint,
  network: NetworkToShow,
): readonly InlinePolicy[] {
  const read: Read = { context, blueprint, network };
  return rolesOf(blueprint, network).flatMap(({ id, path, written }) =>
    sortedEntries(written ?? {}).map(([name, document]) => ({
      id: `${id}_${name}`,
      path: [...path, "inlinePolicies", name],
      displayName: displayName(awsStackName(blueprint), name),
      role: id,
      version: document.Version,
      statements: statementsOf(read, document, [...path, "inlinePolicies", name, "Statement"]),
    })),
  );
}

function rolesOf(blueprint: Blueprint, { compute, ecs, eks, lambda }: NetworkToShow): readonly Role[] {
  return [
    ...compute.instanceProfiles.map(({ name, path }) => ({
      id: name,
      path,
      written: blueprint.compute.instanceProfiles[name]?.inlinePolicies,
    })),
    ...present(
      ecs.taskDefinitions.map(({ name, path, taskRole }) =>
        taskRole === null
          ? null
          : {
              id: taskRole.role.id,
              path: [...path, "taskRole"],
              written: blueprint.ecs.taskDefinitions[name]?.taskRole?.inlinePolicies,
            },
      ),
    ),
    ...eks.clusters.flatMap((cluster) =>
      cluster.podRoles.map(({ name, path, role }) => ({
        id: role.id,
        path,
        written: blueprint.eks.clusters[cluster.name]?.podRoles[name]?.inlinePolicies,
      })),
    ),
    ...lambda.functions.map(({ name, path, role }) => ({
      id: role.id,
      path,
      written: blueprint.lambda.functions[name]?.inlinePolicies,
    })),
  ];
}

function statementsOf(read: Read, document: PolicyDocument, path: Path): readonly PolicyStatement[] {
  return document.Statement.map((written, index) => {
    const at: Path = [...path, index];
    return {
      path: at,
      sid: written.Sid ?? null,
      effect: written.Effect,
      actions: written.Action ?? null,
      notActions: written.NotAction ?? null,
      resources: resourcesOf(read, written, "Resource", at),
      notResources: resourcesOf(read, written, "NotResource", at),
      conditions: written.Condition,
    };
  });
}

function resourcesOf(
  read: Read,
  written: WrittenStatement,
  key: "Resource" | "NotResource",
  path: Path,
): readonly PolicyResource[] | null {
  const texts = written[key];
  if (texts === undefined) return null;
  return present(texts.map((text, index) => readPolicyResource(read, text, [...path, key, index])));
}
