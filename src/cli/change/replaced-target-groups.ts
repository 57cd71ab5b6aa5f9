import { listOf, valueIn } from "../../base/untrusted-json.ts";
import type { Finding } from "../../reports/findings/finding.ts";
import { type Arguments, announce, namedBy, resourcesOf, type StackChange } from "./stack-change.ts";

/** What forwards in a stack, by its type, with the argument that says where to. */
const FORWARDERS = { aws_lb_listener: "default_action", aws_lb_listener_rule: "action" } as const;
const GROUP = "aws_lb_target_group";

/** What AWS does not change of a target group. */
const REPLACING = ["ip_address_type", "port", "protocol", "protocol_version", "target_type"];

/**
 * Target groups that listeners forward to, and that are replaced, or given up in the same apply: their targets leave
 * them before the listeners do.
 */
export function replacedTargetGroups(change: StackChange): readonly Finding[] {
  const after = resourcesOf(change.after, GROUP);
  const inUse = new Set(forwardedTo(change));
  return [...resourcesOf(change.before, GROUP)]
    .filter(([name]) => inUse.has(name))
    .flatMap(([name, before]) => {
      const next = after.get(name);
      if (next === undefined) return [givenUp(change, name)];
      const changes = changesOf(before, next);
      return changes.length === 0 ? [] : [replaced(change, name, next, changes)];
    });
}

/** The target groups of the listeners, and rules of listeners, that stay. */
function forwardedTo({ before, after }: StackChange): readonly string[] {
  return Object.entries(FORWARDERS).flatMap(([type, argument]) => {
    const staying = resourcesOf(after, type);
    return [...resourcesOf(before, type)]
      .filter(([name]) => staying.has(name))
      .flatMap(([, one]) => listOf(one[argument]))
      .flatMap((action) => [valueIn(action, "target_group_arn"), ...sharesOf(action)])
      .flatMap((arn) => namedBy(arn, GROUP) ?? []);
  });
}

/** The target groups of a weighted forwarding. */
function sharesOf(action: unknown): readonly unknown[] {
  return [valueIn(action, "forward")]
    .flat()
    .flatMap((forward) => valueIn(forward, "target_group"))
    .map((group) => valueIn(group, "arn"));
}

/** What differs of the arguments that replace a target group, such as `ip_address_type ipv4 -> ipv6`. */
function changesOf(before: Arguments, after: Arguments): readonly string[] {
  return REPLACING.filter((argument) => before[argument] !== after[argument]).map(
    (argument) => `${argument} ${before[argument] ?? "unset"} -> ${after[argument] ?? "unset"}`,
  );
}

function replaced(change: StackChange, name: string, next: Arguments, changes: readonly string[]): Finding {
  const message = `target group "${name}" is replaced while listeners forward to it (${changes.join(", ")}): its targets leave the old group before the new one has any`;
  const first =
    next["ip_address_type"] === "ipv6" && next["target_type"] === "instance"
      ? "see that its hosts have a primary IPv6 address, "
      : "";
  const hint = `make three steps: ${first}write a second target group with the same targets and apply; name it in forwardTo and apply; then remove "${name}"`;
  return announce(change, "change/target-group-in-use", message, hint);
}

function givenUp(change: StackChange, name: string): Finding {
  const message = `target group "${name}" goes in the apply in which listeners leave it: its targets leave it before the listeners do`;
  const hint = `keep "${name}" with its targets until the listeners have moved and that is applied; then remove it`;
  return announce(change, "change/target-group-in-use", message, hint);
}
