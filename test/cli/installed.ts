import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Env, Ran } from "../support/run.ts";
import { makeProject, type Project, ROOT, smallBlueprint } from "./project.ts";

/** What a bundle says that `Installed.mark` has changed. */
export const MARK = "this is the bundle\n";

/** A project which has a copy of this package installed, that was never started. */
export interface Installed {
  readonly project: Project;
  /** Where bundles are kept, best first. */
  readonly places: readonly [string, string];
  /** Runs the installed `hextet`. */
  readonly hextet: (...args: readonly string[]) => Promise<Ran>;
  readonly hextetWith: (env: Env, ...args: readonly string[]) => Promise<Ran>;
  /** Changes a file of the installed package. */
  readonly edit: (file: string, from: string, to: string) => void;
  /** The names of all bundles in a place; none when there is no such place. */
  readonly bundles: (place: string) => readonly string[];
  /** Makes the only bundle in a place print MARK, whatever it is told. */
  readonly mark: (place: string) => void;
  /** Makes it impossible to keep bundles in a place, even for root. */
  readonly spoil: (place: string) => void;
}

/** Installs this package in a project of its own, with a folder of its own for temporary files. */
export function installHextet(): Installed {
  const project = makeProject({ "app.yaml": smallBlueprint("app") });
  const home = project.path("node_modules/hextet");
  cpSync(`${ROOT}src`, join(home, "src"), { recursive: true });
  cpSync(`${ROOT}package.json`, join(home, "package.json"));
  linkLibraries(home, project.path("node_modules"));
  const tmp = project.path("tmp");
  mkdirSync(tmp);
  const hextetWith = (env: Env, ...args: readonly string[]) =>
    project.command(process.execPath, [join(home, "src/hextet.js"), ...args], { TMPDIR: tmp, ...env });
  return {
    project,
    places: [project.path("node_modules/.cache/hextet"), join(tmp, `hextet-${process.getuid?.() ?? "user"}`)],
    hextet: (...args) => hextetWith({}, ...args),
    hextetWith,
    edit: (file, from, to) => {
      const text = readFileSync(join(home, file), "utf8");
      if (!text.includes(from)) throw new Error(`${file} does not say ${from}`);
      writeFileSync(join(home, file), text.replace(from, to));
    },
    bundles,
    mark: (place) => {
      const file = entryOf(place);
      const size = readFileSync(file).length;
      const code = `export const main = async () => { process.stdout.write(${JSON.stringify(MARK)}); return 0; };`;
      writeFileSync(file, code.padEnd(size));
    },
    spoil: (place) => {
      rmSync(place, { recursive: true, force: true });
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, "no folder");
    },
  };
}

/** The module of the only bundle in a place that the `hextet` command starts with. */
export function entryOf(place: string): string {
  const [name, ...more] = bundles(place);
  if (name === undefined || more.length > 0) throw new Error(`${place} has not one bundle`);
  return join(place, name, "cli.mjs");
}

function bundles(place: string): readonly string[] {
  try {
    return readdirSync(place);
  } catch {
    return [];
  }
}

function linkLibraries(home: string, modules: string): void {
  const manifest: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(home, "package.json"), "utf8"),
  );
  for (const name of Object.keys(manifest.dependencies)) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(`${ROOT}node_modules/${name}`, join(modules, name));
  }
}
