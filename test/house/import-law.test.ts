import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const ROOMS_BELOW: Readonly<Record<string, readonly string[]>> = {
  aws: [],
  base: [],
  blueprint: ["base"],
  model: ["aws", "base", "blueprint"],
  importer: ["aws", "base", "blueprint", "model"],
  reach: ["aws", "base", "model"],
  rules: ["aws", "base", "model", "reach"],
  stack: ["aws", "base", "model"],
  change: ["aws", "base", "model"],
  lab: ["base"],
  reports: ["aws", "base", "blueprint", "model", "reach", "rules", "change"],
  compile: ["base", "blueprint", "model", "rules", "reports"],
  "pipeline.ts": ["base", "blueprint", "model", "rules", "reports", "compile"],
  start: [],
  cli: [
    "aws",
    "base",
    "importer",
    "model",
    "stack",
    "change",
    "lab",
    "reach",
    "reports",
    "pipeline.ts",
    "start",
  ],
  "library.ts": ["base", "cli", "model", "stack", "reports", "pipeline.ts"],
  "main.ts": ["base", "cli", "reports"],
  "app.js": ["start"],
  "hextet.js": ["start"],
};
const OUTER_ROOMS = ["cli", "lab", "library.ts", "main.ts", "start", "app.js", "hextet.js"];
// Of Node's own modules only hashing is a matter of the mind.
const OUTSIDE =
  /\bfrom "node:(?!crypto")|\brandom(?:Bytes|UUID|Int|FillSync)\b|\bprocess\.|(?<!-)\bconsole\.|\bperformance\.|\bnew Date\(\)|\bDate\.now\b|\bMath\.random\b|\bfetch\(/;

const contributing = readFileSync(new URL("../../CONTRIBUTING.md", import.meta.url), "utf8");
const src = new URL("../../src", import.meta.url).pathname;
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => /\.[jt]s$/.test(file));
const roomOf = (file: string) => file.split("/")[0] ?? "";
const codeOf = (file: string) =>
  readFileSync(join(src, file), "utf8").replace(/\/\*.*?\*\/|^\s*\/\/.*$/gms, "");
const imports = files.flatMap((file) => {
  const found = [...codeOf(file).matchAll(/\b(?:from|import)\s*\(?\s*"([^"]+)"/g)];
  return found.map(([, target = ""]) => ({ file, target }));
});

describe("the law of the house", () => {
  it("knows every room", () => {
    expect(readdirSync(src).sort()).toEqual(Object.keys(ROOMS_BELOW).sort());
    expect(imports.length).toBeGreaterThan(100);
  });

  it.each(["model", "rules", "stack", "reports"])("keeps src/%s readable: at most 30 entries", (room) => {
    expect(readdirSync(join(src, room)).length).toBeLessThanOrEqual(30);
  });

  it("is the table of CONTRIBUTING", () => {
    const rows = contributing.matchAll(/^\| ((?:`src\/[a-z.]+\/?`(?:, )?)+) \|[^|]*\| ([a-z, ]+) \|$/gm);
    const told = [...rows].flatMap(([, rooms = "", above = ""]) =>
      [...rooms.matchAll(/`src\/([a-z.]+)\/?`/g)].map(([, room = ""]) => [room, above] as const),
    );
    const law = Object.entries(ROOMS_BELOW).map(([room, above]) => [
      room,
      above.map((one) => one.replace(/\.ts$/, "")).join(", ") || "nothing",
    ]);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(law));
  });

  it("lets imports go up the listing only", () => {
    const down = imports
      .filter(({ target }) => target.startsWith("."))
      .map(({ file, target }) => ({ file, room: roomOf(relative(src, join(src, dirname(file), target))) }))
      .filter(({ file, room }) => room !== roomOf(file) && !ROOMS_BELOW[roomOf(file)]?.includes(room));
    expect(down).toEqual([]);
  });

  it("keeps CDKTF behind one file of the stack room, and loads its bindings one by one", () => {
    const engine = imports.filter(({ target }) => target === "cdktf");
    expect(engine.map(({ file }) => file)).toEqual(["stack/engine.ts"]);
    const cdktf = imports.filter(({ target }) => /^(cdktf|constructs|@cdktf\/)/.test(target));
    expect(cdktf.filter(({ file }) => roomOf(file) !== "stack")).toEqual([]);
    const bindings = cdktf.filter(({ target }) => target.startsWith("@cdktf/"));
    const deep = /^@cdktf\/provider-aws\/lib\/[a-z0-9-]+\/index\.js$/;
    expect(bindings.filter(({ target }) => !deep.test(target))).toEqual([]);
    expect(bindings.length).toBeGreaterThan(10);
  });

  it("touches files, process, console, clock and chance in the outer rooms only", () => {
    const inside = files.filter((file) => !OUTER_ROOMS.includes(roomOf(file)));
    expect(inside.filter((file) => OUTSIDE.test(codeOf(file)))).toEqual([]);
  });
});
