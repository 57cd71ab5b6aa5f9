import { builtInHooks } from "../../aws/provider-gaps.ts";
import { invariant } from "../../base/invariant.ts";
import type { Network } from "../../model/types/network.ts";
import { ForeignEngine } from "../cdktf/foreign-engine.ts";
import { refuseForeignConstructs } from "../cdktf/refuse-foreign-engine.ts";
import { TerraformElement, TerraformOutput, TerraformResource } from "../engine.ts";
import type { HextetStack } from "../hextet-stack.ts";
import { findResourceIn } from "./find-resource.ts";
import { HookFailure } from "./hook-failure.ts";
import { isUserHookMade, type UserHook, type UserHookInput } from "./user-hook.ts";

/** Applies the user's hooks that were chosen, in their order. Throws `HookFailure`, which names the hook. */
export function applyUserHooks(
  stack: HextetStack,
  network: Network,
  made: UserHookInput["made"],
  hooks: readonly UserHook[],
): void {
  const chosen = new Set(network.hooks.filter(({ state }) => state === "hook").map(({ id }) => id));
  refuseUnknown([...chosen, ...network.removedParts.map(({ hook }) => hook)], hooks);
  for (const hook of hooks) {
    const removed = network.removedParts.find((parts) => parts.hook === hook.id);
    if (removed !== undefined)
      removeParts(stack, { network, made, names: removed.names, find: findResourceIn(stack) }, hook);
    if (chosen.has(hook.id)) applyOne(stack, network, made, hook);
  }
}

/** A hook that is chosen but not given would leave its part out of the stack without a word. */
function refuseUnknown(ids: readonly string[], hooks: readonly UserHook[]): void {
  const known = new Set([...builtInHooks, ...hooks].map(({ id }) => id));
  const unknown = ids.filter((id) => !known.has(id));
  invariant(unknown.length === 0, `no hook is given for ${unknown.join(", ")}`);
}

function applyOne(stack: HextetStack, network: Network, made: UserHookInput["made"], hook: UserHook): void {
  guarded(stack, network, hook, () => {
    const answer: unknown = hook.apply(stack, { network, made, find: findResourceIn(stack) });
    if (!isUserHookMade(answer)) {
      const reason = "does not return { outputs: { <name>: <text> } }";
      throw new HookFailure(hook.id, network.name, reason);
    }
    for (const [name, value] of Object.entries(answer.outputs)) {
      new TerraformOutput(stack, `output.${name}`, { value });
    }
  });
}

function removeParts(
  stack: HextetStack,
  input: UserHookInput & { readonly names: readonly string[] },
  hook: UserHook,
): void {
  guarded(stack, input.network, hook, () => hook.remove?.(stack, input));
}

/** Does the hook's work; what goes wrong in it, or an address claimed twice, is a failure that names the hook. */
function guarded(stack: HextetStack, network: Network, hook: UserHook, work: () => void): void {
  const fail = (reason: string, cause?: unknown) => new HookFailure(hook.id, network.name, reason, cause);
  try {
    work();
    refuseForeignConstructs(stack, hook.id);
    const twice = claimedTwice(stack);
    if (twice !== null) throw fail(`claims ${twice} a second time`);
  } catch (error) {
    if (error instanceof HookFailure || error instanceof ForeignEngine) throw error;
    throw fail(`failed (${error instanceof Error ? error.message : String(error)})`, error);
  }
}

/** A Terraform address that two constructs have; asking for them makes CDKTF choose them now, not at the very end. */
function claimedTwice(stack: HextetStack): string | null {
  const seen = new Set<string>();
  for (const element of stack.node.findAll()) {
    if (!TerraformElement.isTerraformElement(element)) continue;
    const id = element.friendlyUniqueId;
    if (!TerraformResource.isTerraformResource(element)) continue;
    const address = `${element.terraformResourceType}.${id}`;
    if (seen.has(address)) return address;
    seen.add(address);
  }
  return null;
}
