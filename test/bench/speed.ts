/**
 * What Hextet takes, as multiples of the floor: the least that a program in plain Node takes which parses the same blueprints
 * and writes the same bytes. `npm run bench`, with a number of rounds (default 5); `--write` puts the tables into
 * docs/benchmarks.md, `--aws-cdk` downloads AWS CDK and has a row for it.
 */
import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { arch, cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { cleanEnv } from "../support/run.ts";
import { type Command, type Cost, measure } from "./measure.ts";
import { writtenInAwsCdk, writtenInCdktf } from "./other-tools.ts";
import { profileOf, profileTable } from "./profile.ts";
import { repositoryOf, repositoryOfOneLarge } from "./repositories.ts";
import { rows } from "./rows.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
/** As a package starts: a checkout reads all its sources first, to see whether the build is theirs. */
const CLI = join(ROOT, "src/start/installed.cjs");
const CHECKOUT = join(ROOT, "src/hextet.js");
const FLOOR = join(ROOT, "test/bench/floor.cjs");
const PAGE = join(ROOT, "docs/benchmarks.md");
const MARK = "<!-- the table: npm run bench -- --write -->";

const scratch = mkdtempSync(join(tmpdir(), "hextet-bench-"));
const cache = join(scratch, "cache");
const [one, hundred, many] = [1, 100, 300].map((count) => repositoryOf(count, join(scratch, `of-${count}`)));
const large = repositoryOfOneLarge(join(scratch, "large"));

function hextet(folder = "", args: readonly string[] = [], more: Partial<Command> = {}): Command {
  return { args: [CLI, ...args], cwd: folder, ...more };
}

function floor(folder = "", writes = true): Command {
  const output = writes ? join(folder, "generated") : "-";
  return { args: [FLOOR, join(folder, "blueprints"), output], cwd: ROOT };
}

const removeOutput = (folder = "") => ({
  before: () => {
    for (const gone of [join(folder, "generated-cold"), join(scratch, "empty")])
      rmSync(gone, { recursive: true, force: true });
  },
});
const cold = ["synth", "--output", "generated-cold"];
let edits = 0;
const editOne = () => {
  edits += 1;
  const file = join(many ?? "", "blueprints/web-150.yaml");
  writeFileSync(
    file,
    readFileSync(file, "utf8").replace(/^description: .*$/m, `description: Edit ${edits}.`),
  );
};

const commands = new Map<string, Command>([
  ["read 1", floor(one, false)],
  ["read 300", floor(many, false)],
  ["write 1", floor(one)],
  ["write 100", floor(hundred)],
  ["write 300", floor(many)],
  ["write large", floor(large)],
  ["validate 1", hextet(one, ["validate"])],
  ["validate 300", hextet(many, ["validate"])],
  ["synth 1", hextet(one, cold, removeOutput(one))],
  ["synth 100", hextet(hundred, cold, removeOutput(hundred))],
  ["synth 300", hextet(many, cold, removeOutput(many))],
  ["synth large", hextet(large, cold, removeOutput(large))],
  [
    "threads 300",
    hextet(many, cold, { ...removeOutput(many), env: { HEXTET_CACHE: join(scratch, "empty") } }),
  ],
  ["edit 1 of 300", hextet(many, ["synth"], { env: { HEXTET_CACHE: cache }, before: editOne })],
  ["validate 300 again", hextet(many, ["validate"], { env: { HEXTET_CACHE: cache } })],
]);

function main(): void {
  const rounds = Number(process.argv.find((argument) => /^\d+$/.test(argument)) ?? 5);
  // Builds what is measured where it is not fresh.
  spawnSync(process.execPath, [CHECKOUT, "--version"]);
  // The floor writes what `synth` wrote; the second run knows what the first one found.
  for (const folder of [one, hundred, many, large]) runHextet(folder, "off");
  for (let run = 0; run < 2; run++) runHextet(many, cache);
  const cdktf = writtenInCdktf(
    join(one ?? "", "generated/stacks/web-000/cdk.tf.json"),
    join(scratch, "cdktf"),
  );
  commands.set("CDKTF 1", cdktf);
  if (process.argv.includes("--aws-cdk")) commands.set("AWS CDK", writtenInAwsCdk(join(scratch, "aws-cdk")));
  const table = `${tableOf(measure(commands, rounds), rounds)}\n${profiles()}`;
  process.stdout.write(table);
  if (process.argv.includes("--write")) {
    const [head = ""] = readFileSync(PAGE, "utf8").split(MARK);
    writeFileSync(PAGE, `${head}${MARK}\n\n`);
    appendFileSync(PAGE, table);
  }
}

/** Where the time goes in the rows that stand for the others. */
function profiles(): string {
  const shown = ["validate 1", "validate 300", "synth 1", "synth 300"].flatMap((name) => {
    const command = commands.get(name);
    return command === undefined ? [] : [[`\`${name}\``, profileOf(command)] as const];
  });
  return profileTable(new Map(shown));
}

function runHextet(folder: string | undefined, where: string): void {
  const env = { ...cleanEnv(), HEXTET_CACHE: where };
  const { status, stderr } = spawnSync(process.execPath, [CLI, "synth"], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
}

function tableOf(costs: ReadonlyMap<string, Cost>, rounds: number): string {
  const measured = rows.filter(({ command }) => costs.has(command));
  const lines = measured.map(({ title, target, floor: below, what, command }) => {
    const [low, high] = [costs.get(below)?.[what] ?? Number.NaN, costs.get(command)?.[what] ?? Number.NaN];
    const isMemory = what === "megabytes";
    const shown = (value: number) => (isMemory ? `${value.toFixed(0)} MB` : `${value.toFixed(2)} s`);
    const ratio = high / low;
    return `| ${title} | ${shown(low)} | ${shown(high)} | ${ratio.toFixed(1)} | ${target ?? ""} | ${target === null ? "" : ratio <= target ? "yes" : "no"} |`;
  });
  const machine = `Medians of ${rounds} rounds in turns; processor time of the process, user and system, where nothing else is said. Node ${process.version}, ${cpus().length} cores of ${cpus()[0]?.model ?? arch()}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB.`;
  return [
    "| work | floor | Hextet | ratio | wanted | met |",
    "|---|---|---|---|---|---|",
    ...lines,
    "",
    machine,
    "",
  ].join("\n");
}

try {
  main();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
