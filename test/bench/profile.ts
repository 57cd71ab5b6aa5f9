import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { SourceMap } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cleanEnv } from "../support/run.ts";
import type { Command } from "./measure.ts";

/** Shares of the time of one run, which add up to 1, by where it goes: a room of `src`, a library, or Node. */
export type Shares = ReadonlyMap<string, number>;

interface ProfileNode {
  readonly id: number;
  readonly callFrame: {
    readonly functionName: string;
    readonly url: string;
    readonly lineNumber: number;
    readonly columnNumber: number;
  };
  readonly children?: readonly number[];
}

interface Profile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Rooms whose functions work for whoever calls them. */
const SERVANTS = ["base", "aws"];
const LOADING = /^(wrapSafe|Module\._|compileFunction|internalModule)/;

/** Runs a command once under V8's profiler and tells where the time went; throws where it fails. */
export function profileOf({ args, cwd, env = {}, before }: Command): Shares {
  before?.();
  const folder = mkdtempSync(join(tmpdir(), "hextet-profile-"));
  try {
    const { status, stderr } = spawnSync(
      process.execPath,
      ["--cpu-prof", `--cpu-prof-dir=${folder}`, ...args],
      { cwd, env: { ...cleanEnv(), CI: "true", ...env }, encoding: "utf8", maxBuffer: 1e9 },
    );
    if (status !== 0) throw new Error(stderr);
    const [file] = readdirSync(folder);
    if (file === undefined) throw new Error("no profile was written");
    return sharesOf(JSON.parse(readFileSync(join(folder, file), "utf8")) as Profile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sharesOf({ nodes, samples, timeDeltas }: Profile): Shares {
  const maps = new Map<string, SourceMap | null>();
  const places = new Map<number, string>();
  // A child stands behind its parent in the list, so that the parent's place is known.
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  for (const node of nodes) {
    const parent = places.get(parents.get(node.id) ?? -1) ?? "Node";
    places.set(node.id, placeOf(node, parent, maps));
  }
  const times = new Map<string, number>();
  samples.forEach((id, index) => {
    const place = places.get(id) ?? "Node";
    times.set(place, (times.get(place) ?? 0) + (timeDeltas[index] ?? 0));
  });
  times.delete("(idle)");
  const all = [...times.values()].reduce((sum, one) => sum + one, 0);
  return new Map([...times].map(([place, time]) => [place, time / all]));
}

function placeOf({ callFrame }: ProfileNode, caller: string, maps: Map<string, SourceMap | null>): string {
  const { functionName, url } = callFrame;
  if (functionName === "(idle)") return "(idle)";
  if (functionName === "(garbage collector)") return "collecting garbage";
  // What Node does while it loads a module is no work of who asks for the module.
  if (LOADING.test(functionName)) return "loading modules";
  const source = url.startsWith("file:") ? sourceOf(callFrame, maps) : null;
  if (source === null) return caller;
  const library = /part-engine|node_modules\/(?:@cdktf\/)?([\w-]+)/.exec(source);
  if (library !== null) return libraryName(library[1] ?? "cdktf");
  const room = /src\/(\w+)(\/|\.)/.exec(source)?.[1];
  return room === undefined || SERVANTS.includes(room) ? caller : room;
}

function libraryName(name: string): string {
  return ["cdktf", "constructs", "provider-aws"].includes(name) ? "CDKTF" : `library ${name}`;
}

/** The file of `src` or of a library that a function of the build comes from. */
function sourceOf(
  { url, lineNumber, columnNumber }: ProfileNode["callFrame"],
  maps: Map<string, SourceMap | null>,
): string {
  const file = fileURLToPath(url);
  if (!maps.has(file)) maps.set(file, existsSync(`${file}.map`) ? readMap(`${file}.map`) : null);
  const entry = maps.get(file)?.findEntry(lineNumber, columnNumber);
  return entry !== undefined && "originalSource" in entry ? entry.originalSource : file;
}

function readMap(file: string): SourceMap {
  return new SourceMap(JSON.parse(readFileSync(file, "utf8")) as ConstructorParameters<typeof SourceMap>[0]);
}

/** A table with a column for each profile; what is less than a hundredth in all of them stands together. */
export function profileTable(profiles: ReadonlyMap<string, Shares>): string {
  const titles = [...profiles.keys()];
  const places = [...new Set([...profiles.values()].flatMap((shares) => [...shares.keys()]))];
  const largest = (place: string) =>
    Math.max(...[...profiles.values()].map((shares) => shares.get(place) ?? 0));
  const shown = places.filter((place) => largest(place) >= 0.01).sort((a, b) => largest(b) - largest(a));
  const percent = (share: number) => `${(share * 100).toFixed(0)} %`;
  const row = (title: string, own: readonly string[]) => {
    const cells = titles.map((one) =>
      own.reduce((sum, place) => sum + (profiles.get(one)?.get(place) ?? 0), 0),
    );
    return `| ${title} | ${cells.map(percent).join(" | ")} |`;
  };
  const rest = places.filter((place) => !shown.includes(place));
  return [
    `| where the time goes | ${titles.join(" | ")} |`,
    `|---|${titles.map(() => "---|").join("")}`,
    ...shown.map((place) => row(place, [place])),
    ...(rest.length > 0 ? [row("the rest", rest)] : []),
    "",
  ].join("\n");
}
