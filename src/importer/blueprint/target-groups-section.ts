import { byText } from "../../base/compare-texts.ts";
import { parseAddress } from "../../base/prefix.ts";
import type {
  HealthCheck,
  TargetAddress,
  TargetGroup,
  Targets,
} from "../../blueprint/blueprint.generated.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import { write } from "../fields/field.ts";
import { healthCheckArguments, targetGroupArguments } from "../fields/target-group.ts";
import type { FoundTargetGroup } from "../types/balancing.ts";
import type { Draft } from "./draft.ts";
import { nameIn } from "./known.ts";
import { inNameOrder, startNaming } from "./names.ts";
import { compact, type Section, type Sections } from "./section.ts";

/** What target groups lead to, by ids: names of instances, and of auto scaling groups. */
interface HostNames {
  readonly instances: ReadonlyMap<string, string>;
  readonly fleet: ReadonlyMap<string, string>;
}

const PROTOCOLS = ["HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP"];

/** Gives names to the target groups that a blueprint can say, by ARN. */
export function nameTargetGroups(draft: Draft): ReadonlyMap<string, string> {
  const name = nameIn(draft, "aws_lb_target_group", "targetGroups");
  const names = new Map<string, string>();
  for (const group of inNameOrder(draft.inventory.targetGroups)) {
    const reason = refusalOf(group);
    if (reason === null) names.set(group.id, name(group.id, group.name, "target-group"));
    else draft.leaveOut({ kind: "target group", id: group.id, detail: reason });
  }
  return names;
}

/** Writes the target groups, which stay IPv4: AWS cannot change a group's address type, and balancers translate. */
export function writeTargetGroups(
  draft: Draft,
  names: ReadonlyMap<string, string>,
  hosts: HostNames,
): Sections<TargetGroup> {
  return Object.fromEntries(
    inNameOrder(draft.inventory.targetGroups).flatMap((group): [string, Section<TargetGroup>][] => {
      const own = names.get(group.id);
      if (own === undefined) return [];
      draft.importAs(terraformAddress("aws_lb_target_group", own), group.id);
      return [[own, writeGroup(group, writeTargets(draft, hosts, group, own))]];
    }),
  );
}

/** Why a blueprint cannot say the target group; null: it can. */
export function refusalOf({ targetType, protocol }: FoundTargetGroup): string | null {
  if (!PROTOCOLS.includes(protocol)) return `of protocol ${protocol}`;
  return targetType === "instance" || targetType === "ip" ? null : `its targets are of type ${targetType}`;
}

function writeGroup(group: FoundTargetGroup, targets: Section<Targets>): Section<TargetGroup> {
  return compact<TargetGroup>({
    ...write(targetGroupArguments, group),
    healthCheck: writeHealthCheck(group.healthCheck),
    targets,
  });
}

function writeHealthCheck(check: FoundTargetGroup["healthCheck"]): Section<HealthCheck> {
  const isHttp = check.protocol === "HTTP" || check.protocol === "HTTPS";
  return compact<HealthCheck>({
    ...write(healthCheckArguments, check),
    ...(isHttp ? {} : { path: undefined, matcher: undefined }),
  });
}

/** What a blueprint can name of the targets; the rest, registered by others, stays registered. */
function writeTargets(
  draft: Draft,
  hosts: HostNames,
  group: FoundTargetGroup,
  name: string,
): Section<Targets> {
  const { instances, fleet } = hosts;
  const { targetType, targets } = group;
  const autoScalingGroups = draft.inventory.autoScalingGroups
    .filter(({ targetGroupArns }) => targetGroupArns.some((arn) => arn === group.id))
    .flatMap(({ id }) => fleet.get(id) ?? []);
  if (autoScalingGroups.length > 0) {
    leaveTargets(
      draft,
      targets.filter((one) => !isOfFleet(draft, fleet, one.id)),
      group,
    );
    return { autoScalingGroups: autoScalingGroups.sort() };
  }
  const known = targets.filter(({ id, port, isWritten }) =>
    targetType === "instance"
      ? instances.has(id) && (port ?? group.port) === group.port
      : parseAddress(id) !== null && (isWritten || isOfInstance(draft, id)),
  );
  const others = targets.filter((target) => !known.includes(target));
  if (targetType === "ip") remarkTheirs(draft, others, known.length === 0, name);
  else leaveTargets(draft, others, group);
  if (known.length === 0) return {};
  if (targetType === "instance")
    return { instances: known.flatMap(({ id }) => instances.get(id) ?? []).sort() };
  return { addresses: writeAddresses(known, group) };
}

function isOfFleet({ inventory }: Draft, fleet: HostNames["fleet"], instance: string): boolean {
  const maker = inventory.instances.find(({ id }) => id === instance)?.autoScalingGroup ?? null;
  return maker !== null && fleet.has(maker);
}

function leaveTargets(draft: Draft, targets: FoundTargetGroup["targets"], group: FoundTargetGroup): void {
  for (const { id, port } of targets) {
    const detail = `of target group ${group.id}, at port ${port ?? group.port}; it stays registered`;
    draft.leaveOut({ kind: "target", id, detail });
  }
}

/** Attachments would register addresses that are dead after the service's next deployment. */
function remarkTheirs(
  draft: Draft,
  targets: FoundTargetGroup["targets"],
  isEmpty: boolean,
  name: string,
): void {
  if (targets.length === 0 && !isEmpty) return;
  const which = targets.length === 0 ? "none today" : `today ${targets.map(({ id }) => id).join(", ")}`;
  const text = `A service registers addresses here, such as ECS or a controller of Kubernetes (${which}), and goes on doing so.`;
  draft.remark(["targetGroups", name], text);
}

/** An address that stays the same as long as the instance is there. */
function isOfInstance({ inventory }: Draft, address: string): boolean {
  return inventory.instances.some(
    ({ privateAddress, managedBy, autoScalingGroup }) =>
      privateAddress === address && managedBy === null && autoScalingGroup === null,
  );
}

function writeAddresses(
  known: FoundTargetGroup["targets"],
  group: FoundTargetGroup,
): Section<Targets["addresses"]> {
  const name = startNaming();
  const sorted = [...known].sort(byText(({ id, port }) => `${id} ${port}`));
  return Object.fromEntries(
    sorted.map(({ id, port }) => [
      name(`target-${id}`),
      compact<TargetAddress>({ address: id, port: port === group.port ? undefined : (port ?? undefined) }),
    ]),
  );
}
