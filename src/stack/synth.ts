import { App } from "cdktf";
import type { Network } from "../model/types/network.ts";
import { buildStack } from "./build-stack.ts";

/**
 * Writes `<outdir>/manifest.json` and `<outdir>/stacks/<name>/cdk.tf.json` for each network, and nothing else; the
 * parent of `outdir` must exist. Stacks that are gone are left alone. Throws on bugs, saying in which stack.
 */
export function synthStacks(networks: readonly Network[], outdir: string): void {
  withoutTokenStacks(() => {
    const app = new App({ outdir, stackTraces: false });
    for (const network of networks) buildNamed(app, network);
    app.synth();
  });
}

function buildNamed(app: App, network: Network): void {
  try {
    buildStack(app, network);
  } catch (error) {
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
