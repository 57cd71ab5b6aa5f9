import type { Construct } from "constructs";
import { isRecord } from "../../base/untrusted-json.ts";
import type { UserHookFacts } from "../../model/hooks/normalise-hooks.ts";
import type { Network } from "../../model/types/network.ts";
import type { TerraformResource } from "../engine.ts";
import type { ComputeMade, LoadBalancingMade, NetworkMade } from "../resources.ts";
import type { ProviderHook } from "./provider-hook.ts";

/** A class of the bindings that makes resources of one type, such as `aws.eksCluster.EksCluster`. */
interface ResourceClass<T extends TerraformResource> {
  // biome-ignore lint/suspicious/noExplicitAny: whatever its constructor takes
  new (...args: any[]): T;
  readonly tfResourceType: string;
}

/** The resource of a class and a name; throws where the stack has none. */
export type FindResource = <T extends TerraformResource>(kind: ResourceClass<T>, name: string) => T;

/** What a hook of the user's own is given: the network, its texts escaped for Terraform, and what was made of it. */
export interface UserHookInput {
  readonly network: Network;
  readonly made: NetworkMade & ComputeMade & LoadBalancingMade;
  /**
   * Any resource that Hextet made in the stack, by its class and its name: `find(aws.eksCluster.EksCluster, "main")` is
   * `aws_eks_cluster.main`. Throws where there is none.
   */
  readonly find: FindResource;
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

/** What a module may export as `hook` instead: resources that the provider has, beside what Hextet makes. They fill no gap. */
export type UserAddition = Omit<UserHook, "gaps" | "afterClosing" | "automatic">;

/** Keys that an addition does not have, as a hook has them. */
const OF_ADDITIONS = { gaps: [], afterClosing: "works", automatic: true } as const;

/** The hook that a module exports, or what is wrong with it, as the end of "the hook …". */
export function readUserHook(exported: unknown): UserHook | string {
  if (!isRecord(exported)) return "is not exported: the module has no object `hook`";
  const isAddition = Object.keys(OF_ADDITIONS).every((key) => !(key in exported));
  const hook: Readonly<Record<string, unknown>> = isAddition
    ? Object.assign(Object.create(exported), OF_ADDITIONS)
    : exported;
  return findWrong(hook, isAddition) ?? (hook as unknown as UserHook);
}

function findWrong(hook: Readonly<Record<string, unknown>>, isAddition: boolean): string | null {
  const { id, title, gaps, apply, afterClosing, automatic, isNeeded, remove } = hook;
  if (typeof id !== "string" || !/^[a-z]([a-z0-9-]{0,62}[a-z0-9])?$/.test(id)) {
    return "has no `id` of 1 to 64 lower-case letters, digits and hyphens";
  }
  if (typeof title !== "string" || title === "") return "has no `title`";
  if (!isAddition && !areGaps(gaps)) {
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

function areGaps(gaps: unknown): boolean {
  return Array.isArray(gaps) && gaps.length > 0 && gaps.every(isGap);
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
