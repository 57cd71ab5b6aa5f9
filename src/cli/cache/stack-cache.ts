import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { exactText } from "../../base/exact-text.ts";
import { invariant } from "../../base/invariant.ts";
import { stableJson } from "../../base/stable-json.ts";
import { isRecord, parseJson } from "../../base/untrusted-json.ts";
import type { Move } from "../../model/migration/renames/pair-addresses.ts";
import type { Network } from "../../model/types/network.ts";
import { keyOf } from "./entries.ts";
import { type Cache, openCache } from "./open-cache.ts";

/** A stack as it was written. */
interface StackEntry {
  /** The whole `cdk.tf.json`. */
  readonly text: string;
  /** What `manifest.json` says of it, and which version of CDKTF that is. */
  readonly inManifest: unknown;
  readonly version: unknown;
  readonly moves: readonly Move[];
}

/** The moves of state in each stack that has some, by its name. */
type Moves = ReadonlyMap<string, readonly Move[]>;

/** Stacks of which some need not be built again. */
export interface KnownStacks {
  /** Those that must be built. */
  readonly missing: readonly Network[];
  /**
   * Adds the others to an output in which the missing ones are written, where there are any: the output is then the same as
   * if all had been built. Answers with the moves of all.
   */
  readonly complete: (outdir: string, moves: Moves) => Moves;
}

/** Finds stacks again that were built before from the very same network. */
export function knownStacks(networks: readonly Network[]): KnownStacks {
  const cache = openCache();
  if (cache === null) return allMissing(networks);
  const keys = new Map(networks.map((network) => [network, keyOfStack(cache, network)]));
  const found = new Map(
    [...keys].flatMap(([network, key]) => {
      const entry = cache.entries.get(key) as StackEntry | undefined;
      return entry === undefined ? [] : [[network, entry] as const];
    }),
  );
  const missing = networks.filter((network) => !found.has(network));
  return {
    missing,
    complete: (outdir, moves) => {
      const built: ReadonlyMap<Network, StackEntry> =
        missing.length === 0 ? new Map() : builtIn(outdir, missing, moves);
      for (const [network, key] of keys) if (built.has(network)) cache.entries.set(key, built.get(network));
      for (const [network, entry] of found) writeStack(outdir, network, entry);
      const all = networks.map((network) => {
        const entry = found.get(network) ?? built.get(network);
        invariant(entry !== undefined, `the stack ${network.name} is neither built nor known`);
        return [network.name, entry] as const;
      });
      if (found.size > 0) writeManifest(outdir, all);
      return new Map(all.flatMap(([name, entry]) => (entry.moves.length > 0 ? [[name, entry.moves]] : [])));
    },
  };
}

/** None of the stacks is known. */
export function allMissing(networks: readonly Network[]): KnownStacks {
  return { missing: networks, complete: (_, moves) => moves };
}

/** All that a stack is built from: its network, Hextet itself, and what CDKTF reads in the environment. */
function keyOfStack({ engine }: Cache, network: Network): string {
  const settings = Object.entries(process.env)
    .filter(([name]) => /^(CDKTF|SYNTH)_/.test(name) && name !== "CDKTF_OUTDIR")
    .sort();
  return keyOf(["stack", engine, JSON.stringify(settings), exactText(network)]);
}

function builtIn(
  outdir: string,
  networks: readonly Network[],
  moves: Moves,
): ReadonlyMap<Network, StackEntry> {
  const manifest = parseJson(readFileSync(join(outdir, "manifest.json"), "utf8"));
  invariant(isRecord(manifest) && isRecord(manifest["stacks"]), "manifest.json has no stacks");
  const { stacks, version } = manifest;
  return new Map(
    networks.map((network) => {
      const { name } = network;
      const text = readFileSync(fileOf(outdir, name), "utf8");
      return [network, { text, inManifest: stacks[name], version, moves: moves.get(name) ?? [] }];
    }),
  );
}

function writeStack(outdir: string, { name }: Network, { text }: StackEntry): void {
  mkdirSync(join(outdir, "stacks", name), { recursive: true });
  writeFileSync(fileOf(outdir, name), text);
}

function writeManifest(outdir: string, all: readonly (readonly [string, StackEntry])[]): void {
  const stacks = Object.fromEntries(all.map(([name, { inManifest }]) => [name, inManifest]));
  const manifest = { stacks, version: all[0]?.[1].version };
  writeFileSync(join(outdir, "manifest.json"), stableJson(manifest));
}

function fileOf(outdir: string, name: string): string {
  return join(outdir, "stacks", name, "cdk.tf.json");
}
