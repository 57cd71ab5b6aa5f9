import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { loadedAwsCli } from "./loaded-aws-cli.ts";
import { cleanEnv, type Env } from "./run.ts";

const SERVER = fileURLToPath(new URL("./emulator/server.py", import.meta.url));
const START = 240_000;

/** A running AWS emulator. */
export interface Emulator {
  /** Where it answers, such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** A complete environment for commands that are to talk to it, as the account 123456789012. */
  readonly env: Env;
  /** The same as account `n` (1 to 9999): what is made in one account is not seen in another. */
  account(n: number): Env;
  /** Forgets everything in all accounts. */
  reset(): Promise<void>;
  /** The last lines of its log without the requests that went well: refusals, and the stack trace of each answer 500. */
  log(lines?: number): string;
  /** Ends it; throws when it had already died. */
  stop(): Promise<void>;
}

/** Starts the emulator on a free port of 127.0.0.1 with a Python that has moto. It ends with this process at the latest. */
export async function startEmulator(python: string): Promise<Emulator> {
  const folder = mkdtempSync(path.join(tmpdir(), "hextet-emulator-"));
  const logFile = path.join(folder, "log");
  const child = spawn(python, [SERVER, "--until-stdin-closes"], {
    cwd: folder,
    env: cleanEnv(),
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stderr.pipe(createWriteStream(logFile, { flags: "a" }));
  child.stdin.on("error", () => {});
  const log = (lines = 30) => {
    const said = existsSync(logFile) ? readFileSync(logFile, "utf8").trim().split("\n") : [];
    return said
      .filter((line) => !/" [23]\d\d -$/.test(line))
      .slice(-lines)
      .join("\n");
  };
  try {
    const port = await listening(child);
    const bin = loadedAwsCli(python, folder);
    return emulator({ child, url: `http://127.0.0.1:${port}`, log, bin }, () =>
      rmSync(folder, { recursive: true, force: true }),
    );
  } catch (error) {
    child.kill("SIGKILL");
    throw new Error(`the emulator did not start: ${String(error)}\n${log()}`);
  }
}

interface Started extends Pick<Emulator, "url" | "log"> {
  readonly child: ChildProcess;
  /** The folder of its `aws`. */
  readonly bin: string;
}

function emulator({ child, url, log, bin }: Started, clean: () => void): Emulator {
  const asAccount = (id: string): Env => ({
    ...cleanEnv(),
    PATH: `${bin}${path.delimiter}${process.env["PATH"] ?? ""}`,
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: id,
    AWS_SECRET_ACCESS_KEY: "test",
  });
  return {
    url,
    env: asAccount("123456789012"),
    account: (n) => asAccount(String(n).padStart(4, "0").repeat(3)),
    log,
    async reset() {
      const answer = await fetch(`${url}/moto-api/reset`, { method: "POST" });
      if (!answer.ok) throw new Error(`the emulator did not reset: ${answer.status}\n${log()}`);
    },
    async stop() {
      if (child.exitCode !== null) throw new Error(`the emulator had died with ${child.exitCode}\n${log()}`);
      await end(child);
      clean();
    },
  };
}

/** Waits for the line `listening <port>`; rejects when the process ends before. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no answer within ${START / 1000} s`)), START);
    let said = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const port = /^listening (\d+)$/m.exec(said)?.[1];
      if (port === undefined) return;
      clearTimeout(late);
      resolve(port);
    });
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(late);
      reject(new Error(`it ended with ${code}`));
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  child.kill("SIGTERM");
  const kill = setTimeout(() => child.kill("SIGKILL"), 5000);
  await ended;
  clearTimeout(kill);
}
