import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Command } from "commander";
import { describe, expect, it, vi } from "vitest";
import { declareCommands } from "../../src/cli/declare/declare-commands.ts";
import { findExplanation } from "../../src/reports/findings/explain.ts";
import { explanations } from "../../src/reports/findings/explanations.ts";
import { findPlace, isPlace, isPointer } from "../../src/reports/pointers/find-place.ts";

const root = new URL("../../", import.meta.url).pathname;
const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];
/** Blueprints that pages make up: they are no files here. */
const MADE_UP = ["app", "edge", "shop", "tiny"];

/** One command line of a page. */
interface Documented {
  readonly page: string;
  /** What stands behind `hextet`. */
  readonly words: readonly string[];
}

const BLOCK = /^ *```(\w*)\n([\s\S]*?)^ *```$/gm;

function read(page: string): string {
  return readFileSync(join(root, page), "utf8");
}

/** The lines of a page's blocks for shells, without comments; of what a terminal shows only what was typed. */
function shellLines(page: string): readonly string[] {
  return [...read(page).matchAll(BLOCK)].flatMap(([, language = "", block = ""]) => {
    if (!["sh", "console", "bash"].includes(language)) return [];
    const lines = block.replaceAll(/\\\n/g, " ").split("\n");
    const typed = language === "console" ? lines.filter((line) => line.startsWith("$ ")) : lines;
    return typed.map((line) => line.replace(/(^|\s)#.*$/, ""));
  });
}

/** What stands between backticks in a page's text. */
function codeSpans(page: string): readonly string[] {
  return [
    ...read(page)
      .replaceAll(BLOCK, "")
      .matchAll(/`([^`\n]+)`/g),
  ].map(([, code = ""]) => code);
}

/** The words of each call of `hextet` in a line, as a shell divides them; `<a name>` is one word, and what it pipes to none. */
function callsIn(page: string, line: string): readonly Documented[] {
  const calls = line.matchAll(/(?:^|[\s(])hextet((?: +(?:"[^"]*"|'[^']*'|<[^>]*>|[^\s|>;&#)"'])+)+)/g);
  return [...calls].map(([, rest = ""]) => ({
    page,
    words: (rest.match(/(?:"[^"]*"|'[^']*'|<[^>]*>|\S)+/g) ?? []).map((word) => word.replaceAll(/["']/g, "")),
  }));
}

const run = PAGES.flatMap((page) => shellLines(page).flatMap((line) => callsIn(page, line)));
const mentioned = PAGES.flatMap((page) => codeSpans(page).flatMap((code) => callsIn(page, code)));
const all = [...run, ...mentioned];

function program(): Command {
  const declared = declareCommands(async () => {});
  const silence = (command: Command): void => {
    command.configureOutput({ writeOut: () => {}, writeErr: () => {} });
    command.commands.forEach(silence);
  };
  silence(declared);
  return declared;
}

/** What is wrong with a command line that can be run; null: it is taken. */
async function refusalOf(words: readonly string[]): Promise<string | null> {
  // `completion` and `schema` write what they are asked for.
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  try {
    await program().parseAsync([...words], { from: "user" });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    vi.restoreAllMocks();
  }
}

/** The words of a mentioned command, which may be a part of a line, that no command and no option has. */
function unknownIn(words: readonly string[]): readonly string[] {
  let command = program();
  const inner = (name: string) => command.commands.find((one) => one.name() === name);
  const path = words.slice(0, 2).flatMap((name, depth) => {
    const next = inner(name);
    if (next === undefined) return depth === 0 && !/^[<"$-]/.test(name) ? [name] : [];
    command = next;
    return [];
  });
  const has = (flag: string) =>
    [...command.options, { short: null, long: "--help" }, { short: null, long: "--version" }].some(
      ({ short, long }) => [short, long].includes(flag),
    );
  const own = words.includes("--") ? words.slice(0, words.indexOf("--")) : words;
  const flags = own.filter((word) => /^--?[a-z]/.test(word)).map((word) => word.split("=", 1)[0] ?? "");
  return [...path, ...flags.filter((flag) => !has(flag))];
}

describe("the commands that pages show", () => {
  it("are found", () => {
    expect(run.length).toBeGreaterThan(50);
    expect(mentioned.length).toBeGreaterThan(100);
    expect(new Set(all.map(({ page }) => page)).size).toBeGreaterThan(15);
  });

  it.each(run.map(({ page, words }) => [page, words.join(" "), words] as const))(
    "%s: hextet %s is taken",
    async (_, __, words) => {
      expect(words[0] === "$@" ? null : await refusalOf(words)).toBeNull();
    },
  );

  it("have the words of commands and options where they are only mentioned", () => {
    const wrong = mentioned.map(({ page, words }) => ({ page, words, unknown: unknownIn(words) }));
    expect(wrong.filter(({ unknown }) => unknown.length > 0)).toEqual([]);
  });

  it("name blueprints that are there", () => {
    const named = all.flatMap(({ page, words }) =>
      words.flatMap((word) => {
        const [, name] = /^blueprints\/([\w-]+)\.yaml$/.exec(word) ?? [];
        return name === undefined ? [] : [{ page, name }];
      }),
    );
    const systems = all.flatMap(({ page, words }) => {
      const at = words[0] === "init" ? words.indexOf("--from") : -1;
      const name = words[at + 1] ?? "";
      return at < 0 || name.startsWith("<") ? [] : [{ page, name }];
    });
    expect(systems.length).toBeGreaterThan(2);
    const isThere = (name: string) => existsSync(join(root, `blueprints/${name}.yaml`));
    expect(systems.filter(({ name }) => !isThere(name))).toEqual([]);
    expect(named.filter(({ name }) => !MADE_UP.includes(name) && !isThere(name))).toEqual([]);
  });

  it("explain what there is", () => {
    const asked = all.flatMap(({ page, words: [command, what = ""] }) =>
      command === "explain" && /^[a-z]/.test(what) && !what.startsWith("aws_") ? [{ page, what }] : [],
    );
    expect(asked.length).toBeGreaterThan(0);
    const isKnown = (what: string) =>
      isPointer(what) ? isPlace(findPlace(what)) : findExplanation(what, explanations) !== null;
    expect(asked.filter(({ what }) => !isKnown(what))).toEqual([]);
  });
});

/** Where the links of a page lead, within the repository. */
function linksOf(page: string): readonly string[] {
  return [...read(page).matchAll(/(?:\]\(|(?:src|srcset|href)=")([^)\s"]+)/g)]
    .map(([, link = ""]) => link)
    .filter((link) => !/^[a-z]+:/.test(link));
}

function leadsNowhere(page: string, link: string): boolean {
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? page : join(dirname(page), path);
  if (!existsSync(join(root, target))) return true;
  return anchor !== undefined && target.endsWith(".md") && !anchorsIn(target).has(anchor);
}

describe("the links of pages", () => {
  it("lead to files and headings that are there", () => {
    const decisions = readdirSync(join(root, "docs/decisions")).map((name) => `docs/decisions/${name}`);
    const links = [...PAGES, ...decisions, "CHANGELOG.md"].flatMap((page) =>
      linksOf(page).map((link) => ({ page, link })),
    );
    expect(links.length).toBeGreaterThan(300);
    expect(links.filter(({ page, link }) => leadsNowhere(page, link))).toEqual([]);
  });
});

const known = new Map<string, ReadonlySet<string>>();

/** Those of a page, which is read once: thousands of links lead into a few pages. */
function anchorsIn(page: string): ReadonlySet<string> {
  const anchors = known.get(page) ?? new Set(anchorsOf(read(page)));
  known.set(page, anchors);
  return anchors;
}

/** As GitHub makes them of headings, and those that a page writes itself. */
function anchorsOf(text: string): readonly string[] {
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
  const written = [...text.matchAll(/<a (?:id|name)="([^"]+)"/g)].map(([, id = ""]) => id);
  return [...headings, ...written];
}
