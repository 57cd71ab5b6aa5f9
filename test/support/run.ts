import { type ChildProcess, spawn } from "node:child_process";

/** The environment of a command. */
export type Env = Readonly<Record<string, string>>;

/** How to run a command. */
export interface RunOptions {
  readonly cwd?: string;
  /** The whole environment; nothing is inherited. */
  readonly env: Env;
  /** Text for its standard input; without it the input is closed. */
  readonly input?: string;
  /** After so many milliseconds the command is ended and the run fails. */
  readonly timeout: number;
  /** Exit codes that are no failure; `[0]` when not given. */
  readonly accept?: readonly number[];
  /** Ends the command by a signal as soon as its output matches; the answer is what it had written, with status -1. */
  readonly interrupt?: Interrupt;
}

/** When a command is interrupted, and how: `SIGKILL` also ends what the command itself started. */
export interface Interrupt {
  readonly when: RegExp;
  readonly signal: "SIGINT" | "SIGKILL";
}

/** What a command left. */
export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command without a shell; throws an error with the tail of what it wrote when it fails or takes too long. */
export async function run(command: string, args: readonly string[], options: RunOptions): Promise<Ran> {
  const { cwd, env, input = "", timeout, accept = [0], interrupt } = options;
  // A group of its own can be ended whole.
  const child = spawn(command, args, { cwd, env, stdio: "pipe", detached: interrupt?.signal === "SIGKILL" });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  const isInterrupted = interruptWhenAsked(child, out, interrupt);
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  child.stdin.on("error", () => {}); // a command that ends before it has read everything
  child.stdin.end(input);
  let late = false;
  // Terraform stops its providers when it is asked to end; killed outright it would leave them behind.
  const ask = setTimeout(() => {
    late = true;
    child.kill("SIGTERM");
  }, timeout);
  const kill = setTimeout(() => child.kill("SIGKILL"), timeout + 15_000);
  const end = await new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal }));
  }).finally(() => {
    clearTimeout(ask);
    clearTimeout(kill);
  });
  const stdout = Buffer.concat(out).toString();
  const stderr = Buffer.concat(err).toString();
  if (!late && isInterrupted()) return { status: -1, stdout, stderr };
  if (!late && end.code !== null && accept.includes(end.code)) return { status: end.code, stdout, stderr };
  const why = late ? `took longer than ${timeout / 1000} s` : `ended with ${end.code ?? end.signal}`;
  const first = /^\W*Error: .*$/m.exec(stderr)?.[0].replace(/^\W+/, "") ?? "";
  const place = `${command} ${args.join(" ")}${cwd ? ` in ${cwd}` : ""}`;
  throw new Error(`${why}${first && `: ${first}`}: ${place}\n${tail(stdout, stderr)}`);
}

/** Answers whether the signal was sent. */
function interruptWhenAsked(
  child: ChildProcess,
  out: readonly Buffer[],
  interrupt?: Interrupt,
): () => boolean {
  let isSent = false;
  if (interrupt !== undefined)
    child.stdout?.on("data", () => {
      if (isSent || !interrupt.when.test(Buffer.concat(out).toString())) return;
      isSent = true;
      if (interrupt.signal === "SIGINT") child.kill("SIGINT");
      else if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    });
  return () => isSent;
}

/** The last lines of both outputs of a command, the errors last. */
function tail(stdout: string, stderr: string): string {
  const last = (text: string) => text.trim().split("\n").slice(-40).join("\n");
  return [last(stdout), last(stderr)].filter((text) => text !== "").join("\n--- stderr\n");
}

/**
 * The environment of this process without anything that could lead Terraform or an AWS SDK elsewhere: no `TF_*`, no
 * `AWS_*`, no configuration files in the home folder, no proxy for 127.0.0.1. Terraform and its providers do not collect
 * garbage below 2 GiB: they read the schema of 1,500 types in every command, and end. A third of their time was that.
 */
export function cleanEnv(): Env {
  const kept = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || /^(TF|AWS)_/.test(name) ? [] : [[name, value] as const],
  );
  return {
    ...Object.fromEntries(kept),
    NO_PROXY: "127.0.0.1,localhost",
    no_proxy: "127.0.0.1,localhost",
    AWS_CONFIG_FILE: "/nonexistent",
    AWS_SHARED_CREDENTIALS_FILE: "/nonexistent",
    AWS_EC2_METADATA_DISABLED: "true",
    GOGC: "off",
    GOMEMLIMIT: "2GiB",
    HEXTET_CACHE: "off", // every test finds out for itself
    PYTHONDONTWRITEBYTECODE: "1", // no __pycache__ in the repository
  };
}
