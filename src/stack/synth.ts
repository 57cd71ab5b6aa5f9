import { asApplied } from "../model/migration/as-applied.ts";
import type { Move } from "../model/migration/renames/pair-addresses.ts";
import type { Network } from "../model/types/network.ts";
import { buildStack } from "./build-stack.ts";
import { ForeignEngine } from "./cdktf/foreign-engine.ts";
import { refuseForeignBindings } from "./cdktf/refuse-foreign-engine.ts";
import { withoutTokenStacks } from "./cdktf/without-token-stacks.ts";
import { App } from "./engine.ts";
import { movesOf } from "./existing/moves-of.ts";
import { RenameFailure } from "./existing/rename-failure.ts";
import { HookFailure } from "./hooks/hook-failure.ts";
import type { UserHook } from "./hooks/user-hook.ts";

/**
 * Writes `<outdir>/manifest.json` and `<outdir>/stacks/<name>/cdk.tf.json` for each network, and nothing else; the
 * parent of `outdir` must exist. Stacks that are gone are left alone. Answers with the moves of state in each stack that has
 * some, by its name. Throws on bugs, saying in which
 * stack, `HookFailure` where one of the user's hooks does what it must not, `RenameFailure` and `ForeignEngine`.
 */
export function synthStacks(
  networks: readonly Network[],
  outdir: string,
  userHooks: readonly UserHook[] = [],
): ReadonlyMap<string, readonly Move[]> {
  refuseForeignBindings();
  return withoutTokenStacks(() => {
    const app = new App({ outdir, stackTraces: false });
    const moves = networks.map((network) => [network.name, buildNamed(app, network, userHooks)] as const);
    app.synth();
    return new Map(moves.filter(([, some]) => some.length > 0));
  });
}

function buildNamed(app: App, network: Network, userHooks: readonly UserHook[]): readonly Move[] {
  try {
    const stack = buildStack(app, asApplied(network), userHooks);
    const moves = movesOf(network, (other) =>
      buildStack(new App({ outdir: app.outdir, stackTraces: false }), asApplied(other), userHooks),
    );
    stack.addMoves(moves);
    return moves;
  } catch (error) {
    if (isNoBug(error)) throw error;
    throw new Error(`stack "${network.name}" cannot be built`, { cause: error });
  }
}

function isNoBug(error: unknown): boolean {
  return error instanceof HookFailure || error instanceof ForeignEngine || error instanceof RenameFailure;
}
