import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { parseJson } from "./json.ts";
import type { Provider } from "./provider.ts";
import { type ProviderProxy, startProxy } from "./provider-proxy.ts";
import type { Env } from "./run.ts";

/** Milliseconds in which a provider is up, on a busy machine. */
const START = 240_000;

interface Lasting {
  readonly proxy: ProviderProxy;
  /** What Terraform reads in `TF_REATTACH_PROVIDERS`. */
  readonly reattach: string;
}

/** Providers that no command uses now, by the environment they were started with. */
const free = new Map<string, Lasting[]>();

/**
 * Runs a command of Terraform with a provider that was started before, and stays for the next command with the same
 * environment: https://developer.hashicorp.com/terraform/plugin/debugging#running-terraform-with-a-provider-in-debug-mode.
 * Started anew, it takes 0.6 s of processor each of the two to five times that one command starts it, and its schema 2 s.
 * No two commands use it at once. It is the real provider; between the two stands a proxy that leaves out of its schema
 * the types that Hextet does not know. It holds one configuration: a folder with two provider blocks is not for it.
 */
export async function withLastingProvider<T>(
  provider: Provider,
  env: Env,
  command: (reattach: Env) => Promise<T>,
): Promise<T> {
  const key = JSON.stringify([provider.executableIn, env]);
  const pool = free.get(key) ?? [];
  free.set(key, pool);
  const lasting = pool.pop() ?? (await start(provider, env));
  try {
    return await command({ TF_REATTACH_PROVIDERS: lasting.reattach });
  } finally {
    pool.push(lasting);
    const broken = lasting.proxy.misuse();
    // biome-ignore lint/correctness/noUnsafeFinally: what the command answered is of no provider's configuration.
    if (broken !== undefined) throw new Error(broken);
  }
}

/** Ends with this process, whatever way that ends: its shell waits for the other end of its input to close. */
const UNTIL_INPUT_CLOSES = '"$0" -debug & provider=$!; while read -r _; do :; done; kill "$provider"';

async function start(provider: Provider, env: Env): Promise<Lasting> {
  const file = readdirSync(provider.executableIn).find((name) => name.startsWith("terraform-provider-aws"));
  if (file === undefined) throw new Error(`no provider in ${provider.executableIn}`);
  const executable = path.join(provider.executableIn, file);
  // It lasts: it must collect its garbage, which a provider of one command need not.
  const lasting = { ...env, GOGC: "200", GOMEMLIMIT: "1GiB" };
  const child = spawn("/bin/sh", ["-c", UNTIL_INPUT_CLOSES, executable], { env: lasting, stdio: "pipe" });
  const [[name, config] = []] = Object.entries(await reattachOf(child));
  if (name === undefined || config === undefined) throw new Error(`${executable} told no address`);
  const proxy = await startProxy(config.Addr.String, executable);
  for (const one of [child, child.stdin, child.stdout, child.stderr])
    (one as { unref?: () => void }).unref?.();
  const attached = { [name]: { ...config, Addr: { Network: "unix", String: proxy.socket } } };
  return { proxy, reattach: JSON.stringify(attached) };
}

interface Reattach {
  readonly Addr: { readonly Network: string; readonly String: string };
}

/** Waits for the line that tells how to attach to the provider. */
function reattachOf(child: ChildProcess): Promise<Readonly<Record<string, Reattach>>> {
  return new Promise((resolve, reject) => {
    let said = "";
    const late = setTimeout(() => reject(new Error(`the provider did not start:\n${said}`)), START);
    const read = (chunk: Buffer) => {
      said += chunk.toString();
      const json = /TF_REATTACH_PROVIDERS='(\{.*\})'/.exec(said)?.[1];
      if (json === undefined) return;
      clearTimeout(late);
      // It goes on to write a line for each call. Whoever kept and searched them all had one core busy with nothing else.
      for (const stream of [child.stdout, child.stderr]) stream?.off("data", read).resume();
      resolve(parseJson(json, "the provider's address") as Readonly<Record<string, Reattach>>);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.on("close", (code) => reject(new Error(`the provider ended with ${code}:\n${said}`)));
  });
}
