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

/** `targetGroups`, and their names by ARN. */
export interface TargetGroupsSection {
  readonly section: Sections<TargetGroup>;
  readonly names: ReadonlyMap<string, string>;
}

const PROTOCOLS = ["HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP"];

/** Writes the target groups, which stay IPv4: AWS cannot change a group's address type, and balancers translate. */
export function writeTargetGroups(draft: Draft, instances: ReadonlyMap<string, string>): TargetGroupsSection {
  const name = nameIn(draft, "aws_lb_target_group", "targetGroups");
  const written = inNameOrder(draft.inventory.targetGroups).flatMap((group) => {
    const reason = refusal(group);
    if (reason !== null) {
      draft.leaveOut({ kind: "target group", id: group.id, detail: reason });
      return [];
    }
    const own = name(group.id, group.name, "target-group");
    draft.importAs(terraformAddress("aws_lb_target_group", own), group.id);
    const targets = writeTargets(draft, instances, group, own);
    return [{ id: group.id, name: own, section: writeGroup(group, targets) }];
  });
  return {
    section: Object.fromEntries(written.map((one) => [one.name, one.section])),
    names: new Map(written.map((one) => [one.id, one.name])),
  };
}

function refusal({ targetType, protocol }: FoundTargetGroup): string | null {
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
  instances: ReadonlyMap<string, string>,
  group: FoundTargetGroup,
  name: string,
): Section<Targets> {
  const { targetType, targets } = group;
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
    ({ privateAddress, managedBy }) => privateAddress === address && managedBy === null,
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
