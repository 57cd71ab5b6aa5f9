import { fork } from "node:child_process";
import { once } from "node:events";
import { cleanEnv } from "../run.ts";

/** What a run of `hextet` left: its exit code, and both outputs as one text. */
interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Runs `hextet` of the build in `dist/`, in a process that is started once. */
export interface CommandServer {
  readonly run: (folder: string, ...args: readonly string[]) => Promise<Answer>;
  readonly stop: () => void;
}

/** Starts it; `dist/` must be fresh. */
export function startCommandServer(): CommandServer {
  const server = new URL("server.cjs", import.meta.url).pathname;
  const env = { ...cleanEnv(), NO_COLOR: "1", NODE_OPTIONS: "" };
  const child = fork(server, { env, execArgv: [] });
  return {
    run: async (folder, ...args) => {
      child.send({ folder, args });
      const [answer] = await once(child, "message", { signal: AbortSignal.timeout(60_000) });
      return answer;
    },
    stop: () => child.kill(),
  };
}
