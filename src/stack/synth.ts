import { App } from "cdktf";
import type { Network } from "../model/types/network.ts";
import { buildStack } from "./build-stack.ts";
import { HookFailure } from "./hooks/hook-failure.ts";
import type { UserHook } from "./hooks/user-hook.ts";

/**
 * Writes `<outdir>/manifest.json` and `<outdir>/stacks/<name>/cdk.tf.json` for each network, and nothing else; the
 * parent of `outdir` must exist. Stacks that are gone are left alone. Throws on bugs, saying in which
 * stack, and `HookFailure` where one of the user's hooks does what it must not.
 */
export function synthStacks(
  networks: readonly Network[],
  outdir: string,
  userHooks: readonly UserHook[] = [],
): void {
  withoutTokenStacks(() => {
    const app = new App({ outdir, stackTraces: false });
    for (const network of networks) buildNamed(app, network, userHooks);
    app.synth();
  });
}

function buildNamed(app: App, network: Network, userHooks: readonly UserHook[]): void {
  try {
    buildStack(app, network, userHooks);
  } catch (error) {
    if (error instanceof HookFailure) throw error;
    throw new Error(`stack "${network.name}" cannot be built`, { cause: error });
  }
}

/**
 * CDKTF records where each token was made, a third of the whole time, and offers no switch. Errors keep their stack:
 * the engine does not go through this function.
 */
function withoutTokenStacks(work: () => void): void {
  const { captureStackTrace } = Error;
  Error.captureStackTrace = () => {};
  try {
    work();
  } finally {
    Error.captureStackTrace = captureStackTrace;
  }
}
