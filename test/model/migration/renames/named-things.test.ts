import { describe, expect, test } from "vitest";
import { blueprintSchema, resolve, type Schema } from "../../../../src/blueprint/schema.ts";
import { namedThings } from "../../../../src/model/migration/renames/named-things.ts";

const INLINE_POLICY =
  "a policy holds nothing: a rename makes one of the new name, and takes the old one away";

/** Maps of names whose entries cannot be renamed, and why. */
const WITHOUT: Readonly<Record<string, string>> = {
  "compute.autoScalingGroups.*.scaling.schedules.*":
    "an action holds nothing: a rename makes it anew, and the sizes stay until the next time",
  "compute.instanceProfiles.*.inlinePolicies.*": INLINE_POLICY,
  "ecs.taskDefinitions.*.taskRole.inlinePolicies.*": INLINE_POLICY,
  "eks.clusters.*.podRoles.*.inlinePolicies.*": INLINE_POLICY,
  "lambda.functions.*.inlinePolicies.*": INLINE_POLICY,
  "ecs.taskDefinitions.*.containers.*":
    "containers are a part of their task definition, which has no state for each",
  "ecs.services.*.scaling.schedules.*":
    "an action holds nothing: a rename makes it anew, and the bounds stay until the next time",
  "eks.clusters.*.addons.*": "the name is that of AWS's add-on: another name is another add-on",
  "eks.clusters.*.fargateProfiles.*.selectors.*":
    "selectors are a part of their profile, and their names go nowhere",
  "cloudwatch.dashboards.*.widgets.*.graph.metrics.*":
    "metrics are a part of their dashboard, and the name is a label",
  "environments.*":
    "an environment says values of the blueprint again, with the blueprint's own keys: its name is a part of the stack's",
  "ipam.pools.*.cidrs.*":
    "an entry is a choice of one key, with no room for a second: a rename takes the block from the pool, and hextet diff says so",
  "loadBalancers.*.listeners.*.action.forward.targetGroups.*": "the name is that of a target group",
  "loadBalancers.*.listeners.*.additionalCertificateArns.*":
    "an entry is one value, with no room for a second: a rename attaches the certificate anew, and hextet diff says so",
  "loadBalancers.*.listeners.*.rules.*.action.forward.targetGroups.*": "the name is that of a target group",
  "migration.before.instanceTypes.*": "the name is that of an instance",
  "network.foreignTransitGatewayAttachments.*.propagations.*":
    "an entry is a choice of one key, with no room for a second: a rename makes the propagation anew",
  "network.vpnConnections.*.propagations.*":
    "an entry is a choice of one key, with no room for a second: a rename makes the propagation anew",
  "network.transitGatewayAttachments.*.propagations.*":
    "an entry is a choice of one key, with no room for a second: a rename makes the propagation anew",
  "network.prefixLists.*.entries.*": "entries are a part of their list, and their names go nowhere",
  "network.internetGatewayRoutes.*": "the name is that of a tier",
  "network.networkFirewalls.*.firewallPolicy.ruleGroups.*.rulesSource.statefulRules.*":
    "rules are a part of their group, and their names go nowhere",
  "network.routes.*": "the name is that of a tier",
  "terraform.states.*": "the name is what references call a state that others write",
  "route53.resolverEndpoints.*.addresses.*":
    "addresses are a part of their endpoint, and their names go nowhere",
  "route53.resolverRules.*.ruleType.forward.targets.*":
    "targets are a part of their rule, and their names go nowhere",
  "network.vpc.additionalIpv6Cidrs.*":
    "an entry is a choice of one key, with no room for a second: a rename gives the block up, and hextet diff says so",
  "outputs.*": "outputs have no state that moves: whoever reads one reads it by its new name",
};

interface Map {
  readonly at: string;
  readonly entry: Schema;
}

/** Every map of the schema whose keys are names that the author invents. */
function mapsOfNames(schema: Schema, path: readonly string[] = []): readonly Map[] {
  const { properties = {}, additionalProperties, propertyNames } = schema;
  const inner = Object.entries(properties).flatMap(([key, child]) =>
    mapsOfNames(resolve(child), [...path, key]),
  );
  if (!additionalProperties) return inner;
  const entry = resolve(additionalProperties);
  const at = [...path, "*"];
  // What an environment says again has the names of the blueprint.
  if (path.join(".") === "environments") return [{ at: at.join("."), entry: {} }];
  const own = propertyNames?.$ref === "#/definitions/name" ? [{ at: at.join("."), entry }] : [];
  return [...own, ...mapsOfNames(entry, at), ...inner];
}

const maps = mapsOfNames(blueprintSchema);
const renamable = maps.filter(({ entry }) => entry.properties?.["renamedFrom"] !== undefined);
const named = maps.filter(({ entry }) => entry.properties?.["awsName"] !== undefined);

describe("what can be renamed", () => {
  test("is every map of names in the schema, or has a reason not to be", () => {
    const at = (some: readonly Map[]) => some.map((one) => one.at).sort();
    expect(at(maps).length).toBeGreaterThan(50);
    expect(at(maps)).toEqual([...at(renamable), ...Object.keys(WITHOUT)].sort());
  });

  test("is what the model looks for", () => {
    expect(namedThings.map(({ at }) => at).sort()).toEqual(renamable.map(({ at }) => at).sort());
  });

  test("has an awsName where AWS knows it by a name", () => {
    const wanted = namedThings.filter((one) => one.named !== null).map(({ at }) => at);
    expect(wanted.sort()).toEqual(named.map(({ at }) => at).sort());
  });
});
