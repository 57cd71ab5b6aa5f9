import { readdirSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { main } from "../../src/cli/hextet.ts";
import { paintedWidth } from "../../src/reports/findings/terminal-text.ts";
import { onTerminal } from "../support/on-terminal.ts";
import { makeProject, type Project, ROOT, smallBlueprint } from "./project.ts";

afterEach(() => vi.restoreAllMocks());

const PAINT = /\p{Cc}\[\d+m/gu;
const WIDTHS = [60, 120] as const;

/** Lines wider than the terminal, except those of one word: behind its title, where it has one. */
function tooWide(text: string, width: number): readonly string[] {
  const isOneWord = (line: string) => !(line.trim().split(/ {2,}/).at(-1) ?? "").includes(" ");
  return text.split("\n").filter((line) => paintedWidth(line) > width && !isOneWord(line.replace(PAINT, "")));
}

/** The words of a text. What continues a command is none of its words, and `-` says that there is nothing. */
function wordsOf(text: string): readonly string[] {
  return text
    .replace(PAINT, "")
    .split(/:?\s+/)
    .filter((word) => !["", "\\", "-"].includes(word));
}

const widest = (text: string) => Math.max(...text.split("\n").map(paintedWidth));

/** What a command writes in this process, on a screen of so many columns; null: no terminal. */
async function written(args: readonly string[], columns: number | null): Promise<string> {
  vi.stubEnv("COLUMNS", columns === null ? undefined : `${columns}`);
  const texts: string[] = [];
  const out = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    texts.push(String(text));
    return true;
  });
  try {
    expect(await main(args)).toBe(0);
  } finally {
    out.mockRestore();
    vi.unstubAllEnvs();
  }
  return texts.join("");
}

/** Every command with its subcommands, as the help of each lists them. */
async function allCommands(path: readonly string[] = []): Promise<readonly (readonly string[])[]> {
  const help = await written([...path, "--help"], null);
  const [, list = ""] = /\nCommands:\n((?: {2}.*\n)*)/.exec(help) ?? [];
  const names = [...list.matchAll(/^ {2}(\w+)/gm)]
    .map(([, name = ""]) => name)
    .filter((name) => name !== "help");
  const below: (readonly string[])[] = [];
  for (const name of names) below.push(...(await allCommands([...path, name])));
  return [path, ...below];
}

describe("the help of every command", () => {
  it("fits, uses the columns there are, and loses no word", async () => {
    const commands = await allCommands();
    expect(commands.map((path) => path.join(" "))).toEqual(
      expect.arrayContaining(["", "validate", "plan check", "migrate plan", "completion"]),
    );
    for (const path of commands) {
      const whole = await written([...path, "--help"], null);
      for (const width of WIDTHS) {
        const text = await written([...path, "--help"], width);
        expect(tooWide(text, width), path.join(" ")).toEqual([]);
        expect(wordsOf(text), path.join(" ")).toEqual(wordsOf(whole));
        if (widest(whole) > 120 && width === 120) expect(widest(text), path.join(" ")).toBeGreaterThan(100);
      }
    }
  });
});

/** Wide characters in a name that Hextet quotes, and a line that is longer than a screen. */
const WRONG = smallBlueprint("wrong").replace(
  "    app: {",
  `    app: { "子网の名前が広い文字で書かれている場合の幅を数える": 1, ${"renamedFrom: former, ".padEnd(90)}`,
);

const EDGE = `${smallBlueprint("edge")}    public: { addressing: dual-stack, internet: public, slot: 0 }
    bare: { addressing: ipv6-only, internet: egress-only, nat64: true, slot: 2 }
  natGateways: { main: { subnet: public } }
  securityGroups:
    web: { ingress: { https: { protocol: tcp, ports: 443, from: { cidrIpv6: "::/0" } } } }
compute:
  instances:
    a-name-as-long-as-a-name-can-be: { subnet: app, zone: a, instanceType: t4g.small, os: amazon-linux-2023, securityGroups: [web] }
    web: { subnet: bare, zone: a, instanceType: t4g.small, os: amazon-linux-2023, securityGroups: [web] }
`;

async function edge(): Promise<Project> {
  const project = makeProject({ "edge.yaml": EDGE });
  project.write("wrong/wrong.yaml", WRONG);
  project.write("old/blueprints/edge.yaml", EDGE.replace("10.20.0.0/16", "10.30.0.0/16"));
  const old = await project.command(process.execPath, [
    `${ROOT}src/hextet.js`,
    "synth",
    "--blueprints",
    "old/blueprints",
  ]);
  expect(old).toMatchObject({ status: 0 });
  await project.command("cp", ["-r", "generated", "old/generated"]);
  project.write("plan.json", "{}");
  return project;
}

/** What people read, by the command that writes it. */
const OUTPUTS: readonly (readonly string[])[] = [
  ["validate", "wrong"],
  ["check"],
  ["diff", "old/generated"],
  ["stacks"],
  ["addresses"],
  ["hooks"],
  ["cost"],
  ["reach"],
  ["reach", "app", "github.com"],
  ["reach", "web", "github.com", "--trace"],
  ["explain", "--list"],
  ["explain", "dns64-without-nat64-route"],
  ["explain", "network.subnets.app"],
  ["explain", "aws_subnet.app_a"],
  ["explain", "aws_subnet.no_such_subnet_anywhere"],
  ["plan", "check", "edge", "--plan", "plan.json", "--base", "old/generated"],
  ["plan", "check", "none", "--plan", "plan.json", "--base", "old/generated"],
  ["init", "new", "--from", "no-such-system"],
  ["init", "new", "--from", "dual-stack-web", "--github"],
  ["validate", "--fromat", "json"],
];

describe("what people read", () => {
  it("fits, painted or not, and loses nothing", async () => {
    const project = await edge();
    for (const args of OUTPUTS) {
      const whole = await project.hextet(...args);
      for (const [width, env] of [
        [60, { FORCE_COLOR: "1" }],
        [120, {}],
      ] as const) {
        await project.command("rm", ["-rf", "new"]);
        const ran = await project.hextetWith({ COLUMNS: `${width}`, ...env }, ...args);
        const text = ran.stdout + ran.stderr;
        expect(ran.status, args.join(" ")).toBe(whole.status);
        expect(text.length, args.join(" ")).toBeGreaterThan(20);
        expect(tooWide(text, width), args.join(" ")).toEqual([]);
        const isFrame = (line: string) => /^\s*\d* \|/.test(line.replace(PAINT, ""));
        const outside = (all: string) =>
          wordsOf(
            all
              .split("\n")
              .filter((line) => !isFrame(line))
              .join("\n"),
          );
        const missing = new Set(outside(whole.stdout + whole.stderr));
        for (const word of outside(text)) missing.delete(word);
        expect([...missing], args.join(" ")).toEqual([]);
      }
      await project.command("rm", ["-rf", "new"]);
    }
  });

  it("marks what is meant in a line that is wider than the screen", async () => {
    const project = await edge();
    const { stderr } = await project.hextetWith({ COLUMNS: "60" }, "validate", "wrong");
    expect(stderr.split("\n").filter((line) => /^\s*\d* \|/.test(line))).toEqual([
      "  |",
      '9 |     app: { "子网の名前が広い文字で書かれている場...',
      `  |            ${"^".repeat(1 + 2 * "子网の名前が広い文字で書かれている場".length)}`,
    ]);
  });
});

describe("a terminal of its own", () => {
  it.each(WIDTHS)("of %i columns wraps nothing by itself", async (width) => {
    const project = await edge();
    for (const args of [["diff", "old/generated"], ["validate", "wrong"], ["--help"]]) {
      const text = await onTerminal(width, project.folder, [`${ROOT}src/hextet.js`, ...args]);
      expect(tooWide(text, width), args.join(" ")).toEqual([]);
      expect(text.split("\n").length).toBeGreaterThan(3);
    }
  });
});

describe("without a terminal", () => {
  it("the first line of a finding is one line, whatever is in it", async () => {
    const project = await edge();
    const { stderr } = await project.hextet("validate", "wrong");
    expect(stderr.split("\n")[0]).toMatch(/^wrong\/wrong\.yaml:9:\d+: error: .* \[schema\/unknown-key\]$/);
  });

  it("help whose reader leaves early is no failure", async () => {
    const project = makeProject();
    const list = `{ "${process.execPath}" "${ROOT}src/hextet.js" --help; echo "exit $?" >&2; } | true`;
    const { stderr } = await project.command("sh", ["-c", list]);
    expect(stderr).toBe("exit 0\n");
    expect(readdirSync(project.folder)).toEqual([]);
  });
});
