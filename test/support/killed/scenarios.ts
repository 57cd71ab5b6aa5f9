import { readFileSync } from "node:fs";
import { networkModulePlan } from "../network-module.ts";

/** Contents by path, of a project's files. */
export type Files = Readonly<Record<string, string>>;

/** A command that is killed while it turns what is there into something else. */
export interface Scenario {
  readonly name: string;
  /** The program and what is given to it; the program from the root of this repository. */
  readonly command: readonly string[];
  /** What is given to `hextet` to end what was begun. */
  readonly next: readonly string[];
  /** The blueprints on which `hextet synth` has run before; null where there was no output yet. */
  readonly before: Files | null;
  /** The blueprints on which the command runs. */
  readonly after: Files;
  /** What other people and programs have in the project: nobody may touch it. */
  readonly foreign: Files;
  /** What Terraform has there and makes again: it may go with the folder of a gone stack. */
  readonly remakable: Files;
  /** The folder in which the command writes. */
  readonly writes: string;
  /** Whether `hextet synth` finishes what was begun, and `hextet check` tells of it. */
  readonly isFinished: boolean;
}

const blueprint = (name: string, slot: number, more = ""): string =>
  [
    "apiVersion: hextet/v1",
    `name: ${name}`,
    "region: eu-west-1",
    "network:",
    "  vpc: { ipv4Cidr: 10.20.0.0/16 }",
    "  availabilityZones: [a, b]",
    "  subnets:",
    `    app: { addressing: dual-stack, internet: egress-only, slot: ${slot} }`,
    more,
    "",
  ].join("\n");

const bucket = (name: string): string => `resource "aws_s3_bucket" "${name}" {}\n`;
const extend = (...names: readonly string[]): string => `extend: { terraform: [${names.join(", ")}] }`;

const before: Files = {
  "blueprints/same.yaml": blueprint("same", 1),
  "blueprints/app.yaml": blueprint("app", 1),
  "blueprints/copies.yaml": blueprint("copies", 1, extend("kept.tf", "dropped.tf", "changed.tf")),
  "blueprints/kept.tf": bucket("kept"),
  "blueprints/dropped.tf": bucket("dropped"),
  "blueprints/changed.tf": bucket("changed"),
  "blueprints/gone.yaml": blueprint("gone", 1, extend("kept.tf")),
};

const after: Files = {
  "blueprints/same.yaml": blueprint("same", 1),
  "blueprints/app.yaml": blueprint("app", 2),
  "blueprints/copies.yaml": blueprint("copies", 3, extend("kept.tf", "added.tf", "changed.tf")),
  "blueprints/kept.tf": bucket("kept"),
  "blueprints/added.tf": bucket("added"),
  "blueprints/changed.tf": `${bucket("changed")}# changed\n`,
  "blueprints/new.yaml": blueprint("new", 1),
};

const foreign: Files = {
  "generated/notes.txt": "somebody's own\n",
  "generated/stacks/app/terraform.tfstate": '{ "version": 4 }\n',
  "generated/stacks/app/.terraform.lock.hcl": "# locked\n",
  "generated/stacks/same/terraform.tfstate.backup": '{ "version": 3 }\n',
  "generated/stacks/copies/plan.tfplan": "PK",
};

const remakable: Files = {
  "generated/stacks/gone/.terraform/providers/one": "x",
  "generated/stacks/gone/.terraform/terraform.tfstate": "{}",
  "generated/stacks/gone/.terraform.lock.hcl": "# locked\n",
};

const HEXTET = "src/start/installed.cjs";
const SYNTH = { command: [HEXTET, "synth"], next: ["synth"] };
const STATE = new URL("../fixtures/web-and-database.state.json", import.meta.url);

/** A command that writes files of its own; one that refuses to write over a file needs a word more to do it again. */
function once(args: readonly string[], again: readonly string[] = []): Pick<Scenario, "command" | "next"> {
  return { command: [HEXTET, ...args], next: [...args, ...again] };
}

const IMPORT = ["import", "--state", "state.json", "--output", "blueprints/shop.yaml"];
const ADOPT = [
  "adopt",
  "--plan",
  "plan.json",
  "--name",
  "shop",
  "--removed",
  "blueprints/shop-removed.tf.json",
];

/** What is there before a command that writes beside it. */
const beside = {
  before: null,
  foreign: { "blueprints/notes.txt": "somebody's own\n" },
  remakable: {},
  writes: "blueprints",
  isFinished: false,
} as const;

/** Stacks that change, come and go; the first output of all; what `cdktf synth` runs; files in the author's folder, old and new. */
export const SCENARIOS: readonly Scenario[] = [
  {
    name: "synth",
    ...SYNTH,
    before: { ...before, "blueprints/left.yaml": blueprint("left", 1) },
    after,
    // A folder of a gone stack in which something of somebody's is stays.
    foreign: { ...foreign, "generated/stacks/left/notes.txt": "somebody's own\n" },
    remakable,
    writes: "generated",
    isFinished: true,
  },
  {
    name: "first synth",
    ...SYNTH,
    before: null,
    after,
    foreign: {},
    remakable: {},
    writes: "generated",
    isFinished: true,
  },
  {
    name: "cdktf",
    command: ["src/app.js"],
    next: SYNTH.next,
    before,
    after,
    foreign,
    remakable,
    writes: "generated",
    isFinished: true,
  },
  {
    name: "fmt",
    ...beside,
    ...once(["fmt"]),
    after: { "blueprints/app.yaml": unformatted("app"), "blueprints/web.yaml": unformatted("web") },
  },
  {
    name: "import",
    ...beside,
    ...once(IMPORT, ["--force"]),
    after: { "state.json": readFileSync(STATE, "utf8") },
  },
  {
    name: "import --force",
    ...beside,
    ...once([...IMPORT, "--force"]),
    after: { "state.json": readFileSync(STATE, "utf8"), "blueprints/shop.yaml": blueprint("shop", 1) },
  },
  {
    name: "adopt",
    ...beside,
    ...once(ADOPT, ["--force"]),
    after: { "plan.json": JSON.stringify(networkModulePlan()) },
  },
];

function unformatted(name: string): string {
  const [version = "", , ...rest] = blueprint(name, 1).split("\n");
  return [version, `name:    ${name}`, ...rest].join("\n");
}
