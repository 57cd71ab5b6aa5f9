import type { Construct } from "constructs";
import { isRecord } from "../../base/untrusted-json.ts";
import type { UserHookFacts } from "../../model/hooks/normalise-hooks.ts";
import type { Network } from "../../model/types/network.ts";
import type { ComputeMade, LoadBalancingMade, NetworkMade } from "../resources.ts";
import type { ProviderHook } from "./provider-hook.ts";

/** What a hook of the user's own is given: the network, its texts escaped for Terraform, and what was made of it. */
export interface UserHookInput {
  readonly network: Network;
  readonly made: NetworkMade & ComputeMade & LoadBalancingMade;
}

/** What it answers with. */
export interface UserHookMade {
  /** Terraform outputs by name: references to what the hook made. */
  readonly outputs: Readonly<Record<string, string>>;
}

/**
 * A provider hook of the user's own: what a module named in `hextetHooks` of cdktf.json exports as `hook`. Its
 * constructs have Terraform addresses as ids, such as `terraform_data.mine`, and the stack as scope.
 */
export interface UserHook extends UserHookFacts, ProviderHook<UserHookInput, UserHookMade> {
  /**
   * Adds what deletes the parts that `terraform.removed` names; not given: the blueprint's entry is taken as the word
   * that they are destroyed already.
   */
  readonly remove?: (stack: Construct, input: UserHookInput & { readonly names: readonly string[] }) => void;
}

/** The hook that a module exports, or what is wrong with it, as the end of "the hook …". */
export function readUserHook(exported: unknown): UserHook | string {
  const wrong = isRecord(exported) ? findWrong(exported) : "is not exported: the module has no object `hook`";
  return wrong === null ? (exported as UserHook) : wrong;
}

function findWrong(hook: Readonly<Record<string, unknown>>): string | null {
  const { id, title, gaps, apply, afterClosing, automatic, isNeeded, remove } = hook;
  if (typeof id !== "string" || !/^[a-z]([a-z0-9-]{0,62}[a-z0-9])?$/.test(id)) {
    return "has no `id` of 1 to 64 lower-case letters, digits and hyphens";
  }
  if (typeof title !== "string" || title === "") return "has no `title`";
  if (!Array.isArray(gaps) || gaps.length === 0 || !gaps.every(isGap)) {
    return "has no list `gaps` of objects with resource, argument, condition, closedIn and upstream";
  }
  if (afterClosing !== "works" && afterClosing !== "conflicts") {
    return 'says in `afterClosing` neither "works" nor "conflicts"';
  }
  if (typeof automatic !== "boolean") return "has no boolean `automatic`";
  if (typeof apply !== "function") return "has no function `apply`";
  const [odd] = Object.entries({ isNeeded, remove }).find(([, one]) => !isMaybeFunction(one)) ?? [];
  return odd === undefined ? null : `has a \`${odd}\` that is no function`;
}

function isMaybeFunction(value: unknown): boolean {
  return value === undefined || typeof value === "function";
}

function isGap(gap: unknown): boolean {
  if (!isRecord(gap)) return false;
  const { resource, argument, upstream, condition, closedIn } = gap;
  return (
    [resource, argument, upstream].every((text) => typeof text === "string") &&
    (condition === null || typeof condition === "string") &&
    (closedIn === null || (typeof closedIn === "string" && /^\d+\.\d+\.\d+$/.test(closedIn)))
  );
}

/** True for what `UserHook.apply` promises. */
export function isUserHookMade(made: unknown): made is UserHookMade {
  if (!isRecord(made) || !isRecord(made["outputs"])) return false;
  return Object.values(made["outputs"]).every((output) => typeof output === "string");
}
