import { isRecord, listOf, parseJson, valueIn } from "../base/untrusted-json.ts";
import type { TargetGroup } from "../model/types/load-balancing.ts";
import type { Network } from "../model/types/network.ts";
import { type Finding, findingAboutFile } from "../reports/findings/finding.ts";
import { readStackText } from "./read-stack.ts";

/**
 * Warnings for target groups that listeners forward to, as the output folder has them, and that the next apply would
 * replace: AWS changes neither their address type nor their port, protocol and kind of target.
 */
export function findReplacedTargetGroups(networks: readonly Network[], output: string): readonly Finding[] {
  return networks.flatMap((network) => {
    const file = `${output}/stacks/${network.name}/cdk.tf.json`;
    const text = readStackText(file);
    const stack = text === null ? null : parseJson(text);
    if (!isRecord(stack)) return [];
    return network.targetGroups
      .filter(({ name }) => isForwardedTo(stack, name))
      .flatMap((group) => {
        const changes = changesOf(group, valueIn(stack, "resource", "aws_lb_target_group", group.name));
        return changes.length === 0 ? [] : [warning(file, group, changes)];
      });
  });
}

/** What forwards in a stack, by its type, with the argument that says where to. */
const FORWARDERS = { aws_lb_listener: "default_action", aws_lb_listener_rule: "action" } as const;

function isForwardedTo(stack: Readonly<Record<string, unknown>>, name: string): boolean {
  const arn = `\${aws_lb_target_group.${name}.arn}`;
  return Object.entries(FORWARDERS).some(([type, argument]) => {
    const all = valueIn(stack, "resource", type);
    return Object.values(isRecord(all) ? all : {}).some((one) =>
      listOf(isRecord(one) ? one[argument] : undefined).some(
        (action) => isRecord(action) && action["target_group_arn"] === arn,
      ),
    );
  });
}

/** What differs of the arguments that replace a target group, such as `ip_address_type ipv4 -> ipv6`. */
function changesOf(group: TargetGroup, before: unknown): readonly string[] {
  if (!isRecord(before)) return [];
  const after = {
    ip_address_type: group.ipAddressType,
    port: group.port,
    protocol: group.protocol,
    protocol_version: group.protocolVersion ?? undefined,
    target_type: group.targetType,
  };
  return Object.entries(after)
    .filter(([argument, value]) => before[argument] !== value)
    .map(([argument, value]) => `${argument} ${before[argument] ?? "unset"} -> ${value ?? "unset"}`);
}

function warning(
  file: string,
  { name, ipAddressType, targetType }: TargetGroup,
  changes: readonly string[],
): Finding {
  const message = `target group "${name}" is replaced while listeners forward to it (${changes.join(", ")}): its targets leave the old group before the new one has any`;
  const first =
    ipAddressType === "ipv6" && targetType === "instance"
      ? "see that its hosts have a primary IPv6 address, "
      : "";
  const hint = `make two steps: ${first}write a second target group with the same targets and apply; then name it in forwardTo, remove "${name}" and apply`;
  return { ...findingAboutFile(file, "change/target-group-in-use", message, hint), severity: "warning" };
}
