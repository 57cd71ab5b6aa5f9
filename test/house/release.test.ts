import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { pinnedActions } from "../../src/cli/init/pinned-actions.ts";
import { VERSION } from "../../src/cli/version.ts";
import { noticesOf } from "../../src/start/notices.js";
import { ROOT } from "../../tools/generated-files.ts";
import { addressesOf } from "../../tools/release/addresses.ts";
import { billOfMaterials, bundledIn } from "../../tools/release/bill-of-materials.ts";
import { changelogWith, tagProblems } from "../../tools/release/changelog.ts";
import { at, listAt, parseJson, textAt } from "../support/json.ts";

const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

function makeFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "hextet-release-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

describe("the licences of what is bundled", () => {
  const notices = (license: string | undefined) => {
    const manifest = JSON.stringify({ name: "made-up", version: "1.2.3", license });
    const folder = makeFolder({
      "node_modules/made-up/package.json": manifest,
      "node_modules/made-up/LICENSE": "text",
    });
    return String(noticesOf(folder, ["../node_modules/made-up/lib/index.js"]));
  };

  it.each(["MPL-2.0", "MIT", "ISC", "BSD-3-Clause", "Apache-2.0", "0BSD"])("may be %s", (license) => {
    expect(notices(license)).toContain(`## made-up 1.2.3 (${license})\n\n\`\`\`text\ntext\n`);
  });

  it.each(["Made-Up-1.0", "GPL-3.0-only", "BUSL-1.1", "SEE LICENSE IN x", undefined])(
    "may not be %s",
    (license) => {
      expect(() => notices(license)).toThrow(`made-up 1.2.3 has the licence ${license ?? "none"}`);
    },
  );
});

describe("the bill of materials", () => {
  const manifest = { ...Object(parseJson(read("package.json"), "package.json")), version: "1.2.3" };
  const notices = read("dist/NOTICES.md");
  const made = billOfMaterials(ROOT, manifest, notices);
  const bill = parseJson(made, "the bill");
  const components = listAt(bill, "components");

  it("is CycloneDX, of this package", () => {
    expect(bill).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.5", version: 1 });
    expect(at(bill, "metadata", "component", "purl")).toBe("pkg:npm/hextet@1.2.3");
  });

  it("lists what is bundled, each with its licence, and nothing else", () => {
    const listed = components.map((one) => `${textAt(one, "name")} ${textAt(one, "version")}`);
    expect([...listed].sort()).toEqual([...bundledIn(notices).keys()].sort());
    const names = components.map((one) => textAt(one, "name"));
    for (const name of ["cdktf", "constructs", "@cdktf/provider-aws", "yaml", "ajv", "commander"])
      expect(names).toContain(name);
    expect(names).not.toContain("vitest");
    expect(components.filter((one) => listAt(one, "licenses").length === 0)).toEqual([]);
    expect(listAt(bill, "dependencies", 0, "dependsOn")).toHaveLength(components.length);
  });

  it("has the same bytes each time, and no address of a registry", () => {
    expect(billOfMaterials(ROOT, manifest, notices)).toBe(made);
    expect(made.match(/https?:\/\/[^/"]+/g)).toEqual(["http://cyclonedx.org"]);
  });

  it("is refused where the lockfile lacks a library, or the notices name none", () => {
    expect(() => billOfMaterials(ROOT, manifest, "## made-up 1.2.3 (MIT)\n")).toThrow("lacks made-up 1.2.3");
    expect(() => bundledIn("# Notices\n")).toThrow("name no library");
  });
});

describe("the addresses of a package", () => {
  it("follow from that of its repository", () => {
    expect(addressesOf("https://github.com/example-owner/hextet")).toEqual({
      repository: { type: "git", url: "git+https://github.com/example-owner/hextet.git" },
      homepage: "https://github.com/example-owner/hextet#readme",
      bugs: { url: "https://github.com/example-owner/hextet/issues" },
    });
  });

  it("are not guessed: without one npm refuses to publish it", () => {
    expect(addressesOf(undefined)).toEqual({ private: true });
    const keys = Object.keys(Object(parseJson(read("package.json"), "package.json")));
    expect(keys.filter((key) => ["repository", "homepage", "bugs"].includes(key))).toEqual([]);
  });

  it.each([
    "",
    "hextet",
    "http://github.com/a/hextet",
    "https://github.com/a",
    "https://github.com/<owner>/hextet",
  ])("are refused for %j", (repository) => expect(() => addressesOf(repository)).toThrow("is no address"));
});

describe("the next version", () => {
  const release = (files: Readonly<Record<string, string>>) => {
    const folder = makeFolder({
      "src/cli/version.ts": read("src/cli/version.ts"),
      "CHANGELOG.md": "# Changelog\n\nEach entry says what.\n\n## 0.0.9\n\n- Old.\n",
      ...files,
    });
    for (const name of ["config.json", "release-line.cjs"])
      cpSync(join(ROOT, ".changeset", name), join(folder, ".changeset", name));
    const program = join(ROOT, "tools/release/next-version.ts");
    const run = () =>
      execFileSync(process.execPath, ["--import", "tsx", program, folder], {
        cwd: ROOT,
        encoding: "utf8",
        stdio: "pipe",
      });
    return { folder, run };
  };
  const next = VERSION.replace(/\.(\d+)\.\d+$/, (_, minor: string) => `.${Number(minor) + 1}.0`);

  it("is made of the changes: a number, a section and no file left", () => {
    const { folder, run } = release({
      ".changeset/one.md": "---\nhextet: minor\n---\n\nA new key. Because.\n",
      ".changeset/two.md": "---\nhextet: patch\n---\n\nMended.\n",
    });
    expect(run().trim()).toBe(next);
    expect(readFileSync(join(folder, "src/cli/version.ts"), "utf8")).toContain(`VERSION = "${next}";`);
    const changelog = readFileSync(join(folder, "CHANGELOG.md"), "utf8");
    expect(changelog).toMatch(/^# Changelog\n\nEach entry says what\.\n\n## [\d.]+\n\n/);
    expect(changelog).toContain("- A new key. Because.\n");
    expect(changelog).toContain("- Mended.\n\n## 0.0.9\n\n- Old.\n");
    expect(existsSync(join(folder, ".changeset/one.md"))).toBe(false);
    expect(tagProblems(`v${next}`, next, changelog, ["config.json"])).toEqual([]);
  });

  it("is not made of nothing", () => {
    expect(release({}).run).toThrow("no file in .changeset/ describes a change");
  });

  it("is what a tag must name, with all changes in the changelog", () => {
    const changelog = changelogWith("# C\n\n## 0.1.0\n", "# hextet\n\n## 0.2.0\n\n- New.\n");
    expect(changelog).toBe("# C\n\n## 0.2.0\n\n- New.\n\n## 0.1.0\n");
    expect(tagProblems("v0.2.0", "0.2.0", changelog, ["README.md", "release-line.cjs"])).toEqual([]);
    expect(tagProblems("v0.1.0", "0.2.0", changelog, [])).toHaveLength(1);
    expect(tagProblems("v0.2.0", "0.2.0", "# C\n\n## 0.2.0 (unreleased)\n", [])).toHaveLength(1);
    expect(tagProblems("v0.2.0", "0.2.0", changelog, ["one.md"])).toHaveLength(1);
  });
});

describe("the workflow that releases", () => {
  const text = read(".github/workflows/release.yml");
  const workflow: unknown = parse(text);
  const jobs: Readonly<Record<string, unknown>> = Object(at(workflow, "jobs"));

  it("starts at a tag, and gives each job only what it needs", () => {
    expect(at(workflow, "on")).toEqual({ push: { tags: ["v*.*.*"] } });
    expect(at(workflow, "permissions")).toEqual({});
    const permissions = Object.entries(jobs).map(([id, job]) => [id, at(job, "permissions")]);
    expect(Object.fromEntries(permissions)).toEqual({
      package: { contents: "read" },
      publish: { "id-token": "write" },
      release: { contents: "write" },
    });
  });

  it("runs nothing of the repository where it may publish, publishes with provenance, and knows no secret", () => {
    const publish = listAt(jobs["publish"], "steps");
    expect(publish.map((step) => String(at(step, "uses"))).join()).not.toContain("checkout");
    expect(at(publish.at(-1), "run")).toContain("--provenance");
    expect(text).not.toMatch(/secrets\.|NODE_AUTH_TOKEN/);
  });

  it("pins its actions to the commits that init pins them to", () => {
    const uses = text.split("\n").flatMap((line) => /uses: (.*)$/.exec(line)?.slice(1) ?? []);
    expect(uses.length).toBeGreaterThan(4);
    const pinned: readonly string[] = Object.values(pinnedActions);
    expect(uses.filter((one) => !pinned.includes(one))).toEqual([]);
  });
});
