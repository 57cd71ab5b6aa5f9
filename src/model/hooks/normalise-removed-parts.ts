import type { BuiltInHookId } from "../../aws/provider-gaps.ts";
import type { Path } from "../../base/path.ts";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import { type Context, report, sortedEntries } from "../context.ts";
import type { HookChoice, RemovedParts } from "../types/hooks.ts";

const RULE = "model/removed-part";
/** Its setting is the account's: nothing of it belongs to one stack. */
const LEAVES_NOTHING: BuiltInHookId = "ecs-dual-stack-setting";

/**
 * What `terraform.removed` says. Reports unknown hooks, a hook that leaves nothing to delete, and what the hook still
 * makes. `hooks` are the choices for all hooks.
 */
export function normaliseRemovedParts(
  context: Context,
  blueprint: Blueprint,
  hooks: readonly HookChoice[],
): readonly RemovedParts[] {
  return sortedEntries(blueprint.terraform.removed).map(([hook, written]) => {
    const path = ["terraform", "removed", hook];
    const choice = hooks.find(({ id }) => id === hook);
    if (hook === LEAVES_NOTHING) refuseAll(context, path);
    for (const [index, name] of written.entries()) {
      if (choice?.parts.includes(name)) refuseMade(context, [...path, index], hook, name);
    }
    return { path, hook, names: [...written].sort() };
  });
}

function refuseAll(context: Context, path: Path): void {
  const message = `the hook ${LEAVES_NOTHING} leaves nothing that an apply could delete: its setting is the account's`;
  report(context, RULE, path, message, "take it out of terraform.removed");
}

function refuseMade(context: Context, path: Path, hook: string, name: string): void {
  const message = `the hook ${hook} makes ${JSON.stringify(name)}, so it cannot be removed`;
  report(
    context,
    RULE,
    path,
    message,
    "take the name out of terraform.removed, or what it names out of the blueprint",
  );
}
