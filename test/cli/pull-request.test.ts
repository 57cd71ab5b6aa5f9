import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { VERSION } from "../../src/cli/version.ts";
import { at, listAt, parseJson } from "../support/json.ts";
import { type OwnRepository, ownRepository } from "../support/own-repository.ts";
import { describeWithTools, findCommand } from "../support/tools.ts";

/** What Git takes as the name of a branch, and a shell would take as a command. */
const BRANCH = "feature/$(touch${IFS}pwned)`touch${IFS}pwned`;'\"&&touch${IFS}pwned";
const BLUEPRINT = "blueprints/shop.yaml";
const FILES = [
  ".gitattributes",
  ".github/workflows/hextet.yml",
  ".gitignore",
  ".vscode/extensions.json",
  ".vscode/settings.json",
  "blueprints/shop.yaml",
  "cdktf.json",
  "generated/manifest.json",
  "generated/stacks/shop/cdk.tf.json",
  `hextet-${VERSION}.tgz`,
  "package-lock.json",
  "package.json",
];
const MISSING_LOCK =
  "::error file=generated/stacks/shop/cdk.tf.json::no lock file: run terraform -chdir=generated/stacks/shop providers lock -platform=linux_amd64 -platform=darwin_arm64, and commit generated/stacks/shop/.terraform.lock.hcl";

/**
 * From an empty folder to a merged pull request, with the package as it is published. The steps of the workflow that
 * `init` writes are run as they stand in it; only GitHub itself is a stand-in. Each step goes on from the one before.
 */
describeWithTools("a pull request in a repository of one's own", findCommand("jq"), () => {
  let own: OwnRepository;
  beforeAll(async () => {
    own = await ownRepository();
  }, 960_000);
  afterAll(() => own?.remove());

  async function run(line: string, status = 0) {
    const ran = await own.shell(line);
    expect(ran.status, `${line}\n${ran.stdout}${ran.stderr}`).toBe(status);
    return ran;
  }
  const comment = () => {
    const bodies = own.comments().filter(({ by }) => by === "github-actions[bot]");
    expect(bodies).toHaveLength(1);
    return bodies[0]?.body ?? "";
  };

  it("begins in an empty folder", async () => {
    await run("git init -q -b main && npm init -y && npm install --save-dev ./hextet-*.tgz");
    await run("npx --no hextet init --from dual-stack-web --name shop --github", 0);
    await run("npx --no hextet synth && npx --no hextet check");
    await own.commit("The network");
    const { stdout } = await run("git ls-files");
    expect(stdout.trimEnd().split("\n").sort()).toEqual([...FILES].sort());
    await run(`git checkout -q -b ${quoted(BRANCH)}`);
  });

  it("shows a mistake at its line", async () => {
    own.edit(BLUEPRINT, "internet: egress-only", "internet: egres-only");
    await own.commit("A mistake");
    const line =
      own
        .read(BLUEPRINT)
        .split("\n")
        .findIndex((text) => text.includes("egres-only")) + 1;
    const found = await own.pullRequest(BRANCH, { vars: { HEXTET_CODE_SCANNING: "true" } });
    expect(found.results).toEqual({
      blueprints: "failure",
      comment: "success",
      "code-scanning": "success",
      terraform: "failure",
      plan: "skipped",
    });
    expect(found.annotations).toEqual([
      expect.stringMatching(
        new RegExp(
          `^::error file=${BLUEPRINT},line=${line},col=17,endColumn=27,endLine=${line},title=schema/`,
        ),
      ),
      MISSING_LOCK,
    ]);
    const [sarif = ""] = found.sarif;
    const results = listAt(parseJson(sarif, "SARIF"), "runs", 0, "results");
    expect(results.map((one) => at(one, "locations", 0, "physicalLocation", "region", "startLine"))).toEqual([
      line,
    ]);
    expect(comment()).toContain("It cannot be said while there are errors");
  });

  it("fails while generated/ is not what the blueprints say", async () => {
    own.edit(BLUEPRINT, "internet: egres-only", "internet: egress-only");
    own.edit(BLUEPRINT, "owner: platform", "owner: network");
    own.edit(BLUEPRINT, "retentionInDays: 30", "retentionInDays: 90");
    await own.commit("The fix, and an edit");
    const stale = await own.pullRequest(BRANCH);
    expect([stale.results["blueprints"], stale.results["code-scanning"]]).toEqual(["failure", "skipped"]);
    expect(stale.annotations[0]).toMatch(
      /^::error file=generated\/stacks\/shop\/cdk\.tf\.json,.*title=output\/stale::/,
    );
    await run("npx --no hextet synth");
    await own.commit("What the blueprints say");
  });

  it("says in the one comment what the edit does", async () => {
    const fine = await own.pullRequest(BRANCH);
    expect(fine.results).toMatchObject({ blueprints: "success", comment: "success" });
    expect(fine.annotations).toEqual([MISSING_LOCK]);
    expect(comment()).toContain("retention\\_in\\_days: 30 -&gt; 90");
    expect(fine.summary).toBe(comment());
    expect(own.comments().map(({ by }) => by)).toEqual([
      "mallory",
      "mallory",
      "mallory",
      "github-actions[bot]",
    ]);
  });

  it("does not let a renamed tier pass, until the blueprint says what it was called", async () => {
    const before = own.read(BLUEPRINT);
    own.edit(BLUEPRINT, /^ {4}app:$/, "    hosts:");
    own.edit(BLUEPRINT, "subnets: [app]", "subnets: [hosts]");
    await run("npx --no hextet synth");
    await own.commit("Another name");
    const renamed = await own.pullRequest(BRANCH);
    expect(renamed.results["blueprints"]).toBe("failure");
    expect(comment()).toMatch(/\*\*destroyed\*\* ⚠️ `aws_subnet\.app_a`/);
    expect(renamed.logs["blueprints"]).toContain("error: aws_subnet.app_a is destroyed and loses its blocks");
    expect((await run("npx --no hextet diff main", 5)).stderr).toContain("[change/loses-address]");
    own.edit(BLUEPRINT, /^ {4}hosts:$/, "    hosts:\n      renamedFrom: app");
    await run("npx --no hextet synth");
    await own.commit("What it was called");
    expect((await own.pullRequest(BRANCH)).results["blueprints"]).toBe("success");
    expect(comment()).toMatch(/`aws_subnet\.hosts_a`\n {2}- was aws\\_subnet\.app\\_a\n/);
    expect(comment()).not.toContain("destroyed");
    await run("npx --no hextet diff main");
    await run("git revert --no-edit HEAD~2..HEAD");
    expect(own.read(BLUEPRINT)).toBe(before);
  });

  it("gives a fork nothing but the summary", async () => {
    const before = own.comments();
    const fork = await own.pullRequest(BRANCH, {
      isFork: true,
      vars: { HEXTET_CODE_SCANNING: "true", HEXTET_PLAN_ROLE: "arn:aws:iam::123456789012:role/read" },
    });
    expect(fork.results).toEqual({
      blueprints: "success",
      comment: "skipped",
      "code-scanning": "skipped",
      terraform: "failure",
      plan: "skipped",
    });
    expect(fork.summary).toContain("retention\\_in\\_days: 30 -&gt; 90");
    expect(own.comments()).toEqual(before);
  });

  it("is merged, and main is what its blueprints say", async () => {
    await run(`git checkout -q main && git merge -q --no-ff -m Merge ${quoted(BRANCH)}`);
    expect((await run("npx --no hextet check")).stderr).toContain("generated/ is what the 1 blueprint says");
    expect((await run("npx --no hextet diff HEAD")).stdout).toBe("no resource changes\n");
    expect((await run("git status --porcelain")).stdout).toBe("");
  });

  it("has run nothing that a branch was called", () => {
    const names = readdirSync(join(own.folder, ".."), { recursive: true, encoding: "utf8" });
    expect(names.length).toBeGreaterThan(FILES.length);
    expect(names.filter((name) => /(^|\/)pwned$/.test(name))).toEqual([]);
  });
});

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
