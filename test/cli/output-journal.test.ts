import type * as Fs from "node:fs";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { finishOutput, writeOutput } from "../../src/cli/write-output.ts";

/** Where the file system stops: a process that was killed does nothing afterwards. */
const killer = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY, done: 0, output: "" }));

vi.mock("node:fs", async (original) => {
  const fs: typeof Fs = await original();
  /** Counts what changes the output; the one at which the process is killed is done by half where that is possible. */
  const dying =
    <A extends readonly unknown[], R>(real: (...args: A) => R, half?: (...args: A) => void) =>
    (...args: A): R => {
      if (killer.output === "" || !String(args[0]).startsWith(killer.output)) return real(...args);
      if (killer.done >= killer.left) throw new Error("killed");
      killer.done++;
      if (killer.done < killer.left || half === undefined) return real(...args);
      half(...args);
      throw new Error("killed");
    };
  return {
    ...fs,
    mkdirSync: dying(fs.mkdirSync),
    renameSync: dying(fs.renameSync),
    rmdirSync: dying(fs.rmdirSync),
    rmSync: dying(fs.rmSync, (path) => removeFirstFile(fs, String(path))),
    unlinkSync: dying(fs.unlinkSync),
    writeFileSync: dying(fs.writeFileSync, (path) => fs.writeFileSync(path, "hal")),
  };
});

/** What `rm -r` has done when it is killed at once. */
function removeFirstFile(fs: typeof Fs, path: string): void {
  const stats = fs.lstatSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory() !== true) return;
  const [first] = fs.readdirSync(path);
  if (first !== undefined) fs.rmSync(join(path, first), { recursive: true, force: true });
}

type Tree = Readonly<Record<string, string>>;

const OLD: Tree = {
  "manifest.json": "old manifest",
  "stacks/app/cdk.tf.json": "old app",
  "stacks/gone/cdk.tf.json": "old gone",
  "stacks/same/cdk.tf.json": "same",
};
const NEW: Tree = {
  "manifest.json": "new manifest",
  "stacks/app/cdk.tf.json": "new app",
  "stacks/new/cdk.tf.json": "new new",
  "stacks/same/cdk.tf.json": "same",
};
const NOBODY = { networks: [], locate: () => expect.fail("nobody is located"), userHooks: [], copies: [] };

let folder = "";
let output = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hextet-journal-"));
  output = join(folder, "generated");
});
afterEach(() => {
  Object.assign(killer, { left: Number.POSITIVE_INFINITY, done: 0, output: "" });
  rmSync(folder, { recursive: true, force: true });
});

function writeTree(at: string, tree: Tree): void {
  for (const [path, content] of Object.entries(tree)) {
    mkdirSync(dirname(join(at, path)), { recursive: true });
    writeFileSync(join(at, path), content);
  }
}

/** The files of the output; what Hextet has for itself is left out. */
function readOutput(): Tree {
  const entries = readdirSync(output, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const paths = entries.map((one) => join(one.parentPath, one.name).slice(output.length + 1));
  const own = paths.filter((path) => !path.includes(".hextet-")).sort();
  return Object.fromEntries(own.map((path) => [path, readFileSync(join(output, path), "utf8")]));
}

const remains = () => readdirSync(output).filter((name) => /^\.hextet-(?!notes)/.test(name));
const synth = (tree: Tree) =>
  writeOutput(
    output,
    (made) => {
      writeTree(made, tree);
      return new Map();
    },
    NOBODY,
  );

/** Runs until it is killed at that change of the output; true when it came to its end before. */
function runUntil(change: number, work: () => unknown): boolean {
  Object.assign(killer, { left: change, done: 0, output });
  try {
    work();
    return true;
  } catch (error) {
    expect(String(error)).toContain("killed");
    return false;
  } finally {
    Object.assign(killer, { left: Number.POSITIVE_INFINITY, done: 0, output: "" });
  }
}

describe("a run that is killed while it writes the output", () => {
  it("leaves the old output or, once the next run has finished it, the new one: at every change", () => {
    const results: string[] = [];
    for (let change = 1, ended = false; !ended; change++) {
      rmSync(output, { recursive: true, force: true });
      writeTree(output, OLD);
      ended = runUntil(change, () => synth(NEW));
      expect(finishOutput(output)).toEqual([]);
      const isNew = JSON.stringify(readOutput()) === JSON.stringify(NEW);
      if (!isNew) expect(readOutput(), `killed at change ${change}`).toEqual(OLD);
      expect(remains(), `killed at change ${change}`).toEqual([]);
      results.push(isNew ? "new" : "old");
    }
    // Both happen, and once the new one is decided there is no way back.
    expect(results.join(" ")).toMatch(/^(old )+(new ?)+$/);
    expect(results.length).toBeGreaterThan(15);
  });

  it("may be finished by runs that are killed as well", () => {
    for (let first = 1, ended = false; !ended; first++) {
      rmSync(output, { recursive: true, force: true });
      writeTree(output, OLD);
      ended = runUntil(first, () => synth(NEW));
      for (let next = 1; !runUntil(next, () => finishOutput(output)); next++);
      const text = JSON.stringify(readOutput());
      expect([JSON.stringify(OLD), JSON.stringify(NEW)], `killed at change ${first}`).toContain(text);
      expect(remains()).toEqual([]);
    }
  });

  it("hinders no later run, which writes something else", () => {
    for (let change = 1, ended = false; !ended; change++) {
      rmSync(output, { recursive: true, force: true });
      ended = runUntil(change, () => synth(NEW));
      expect([...finishOutput(output), ...synth(OLD).findings]).toEqual([]);
      expect(readOutput()).toEqual(OLD);
      expect(remains()).toEqual([]);
    }
  });
});

describe("what dead runs have left", () => {
  it("is cleared away, and what is at work is not", () => {
    writeTree(output, {
      ...OLD,
      ".hextet-999999999-0123456789ab.tmp/0": "half",
      [`.hextet-${process.ppid}-0123456789ab.tmp/0`]: "at work",
      "stacks/app/.hextet-0123456789ab.tmp": "of a version before",
      ".hextet-notes.tmp": "somebody's own",
    });
    expect(finishOutput(output)).toEqual([]);
    expect(remains()).toEqual([`.hextet-${process.ppid}-0123456789ab.tmp`]);
    expect(readFileSync(join(output, ".hextet-notes.tmp"), "utf8")).toBe("somebody's own");
    expect(readOutput()).toEqual(OLD);
  });

  it.each(["../../outside", "/etc/outside", "stacks/../outside", "stacks/app/../../x", "stacks\\app\\x"])(
    "is not believed when it names %s",
    (path) => {
      const list = JSON.stringify({ write: [path], remove: [path] });
      writeTree(output, {
        ...OLD,
        ".hextet-journal-999999999/0": "x",
        ".hextet-journal-999999999/journal.json": list,
      });
      expect(finishOutput(output)).toMatchObject([{ rule: "output/interrupted" }]);
      expect(readOutput()).toEqual(OLD);
      expect(readdirSync(folder)).toEqual(["generated"]);
    },
  );
});

describe("a symbolic link in the output", () => {
  it.each(["stacks", "stacks/app", "stacks/gone", "stacks/app/cdk.tf.json", "manifest.json"])(
    "at %s is refused, and nothing behind it is touched",
    (place) => {
      const outside = join(folder, "outside");
      writeTree(outside, {
        "cdk.tf.json": "theirs",
        "app/cdk.tf.json": "theirs",
        "gone/cdk.tf.json": "theirs",
      });
      writeTree(output, OLD);
      rmSync(join(output, place), { recursive: true });
      symlinkSync(place.includes(".json") ? join(outside, "cdk.tf.json") : outside, join(output, place));
      expect(synth(NEW).findings).toMatchObject([
        { rule: "output/symbolic-link", file: join(output, place) },
      ]);
      expect(finishOutput(output)).toHaveLength(1);
      const theirs = ["cdk.tf.json", "app/cdk.tf.json", "gone/cdk.tf.json"];
      expect(theirs.map((name) => readFileSync(join(outside, name), "utf8"))).toEqual(
        theirs.map(() => "theirs"),
      );
      expect(remains()).toEqual([]);
    },
  );

  it("is no matter where Terraform has made it", () => {
    writeTree(output, OLD);
    mkdirSync(join(output, "stacks/app/.terraform/providers"), { recursive: true });
    symlinkSync("/", join(output, "stacks/app/.terraform/providers/aws"));
    expect(synth(NEW).findings).toEqual([]);
    expect(readOutput()).toMatchObject(NEW);
  });
});
