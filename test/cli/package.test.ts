import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at, listAt, parseJson } from "../support/json.ts";
import { cleanEnv, run } from "../support/run.ts";
import { type PackageManager, type Packed, packHextet } from "./package-managers.ts";
import { makeProject, type Project, ROOT, smallBlueprint } from "./project.ts";

const MB = 1e6;
const HOOK = `import { addCliStep } from "hextet/cli-step";
import { aws, TerraformResource } from "hextet/cdktf";
import type { UserHook } from "hextet/hook";

export const hook = {
  id: "mine", title: "Mine.", afterClosing: "works", automatic: true, isNeeded: () => true,
  gaps: [{ resource: "aws_vpc", argument: "new", condition: null, closedIn: null, upstream: "https://example.com" }],
  apply(stack, { network, made }) {
    const step = addCliStep(stack, network, { id: "mine", values: { VPC: made.vpc.id }, create: "true\\n", destroy: null });
    const other = new aws.vpc.Vpc(stack, "aws_vpc.other", { cidrBlock: "10.99.0.0/16" });
    const bucket = new TerraformResource(stack, "aws_s3_bucket.raw", { terraformResourceType: "aws_s3_bucket" });
    return { outputs: { mine: \`\${step.id} \${other.id} \${bucket.fqn}\` } };
  },
} satisfies UserHook;
`;

/** What a build of another machine's Node, or no build at all, would miss. */
describe("the packed package", { timeout: 1_920_000 }, () => {
  let packed: Packed;
  beforeAll(async () => {
    packed = await packHextet();
  }, 1_920_000);
  afterAll(() => packed?.remove());

  async function inProject(
    project: Project,
    [program = "", ...args]: readonly string[],
    env: PackageManager["env"],
  ) {
    const ran = await project.command(program, args, env);
    expect(ran, `${[program, ...args].join(" ")}\n${ran.stdout}${ran.stderr}`).toMatchObject({ status: 0 });
    return ran;
  }

  async function projectWith({ install, env }: PackageManager, hook: string): Promise<Project> {
    const project = makeProject({ "app.yaml": smallBlueprint("app") });
    const dependencies = { hextet: `file:${packed.tarball}` };
    project.write("package.json", JSON.stringify({ name: "app", private: true, dependencies }));
    // Else Yarn looks for a project further up.
    if (env["YARN_NODE_LINKER"] !== undefined) project.write("yarn.lock", "");
    project.write("hook.ts", hook);
    project.write(
      "cdktf.json",
      JSON.stringify({
        output: "generated",
        context: { hextetHooks: ["./hook.ts"], hextetAwsCli: "elsewhere" },
      }),
    );
    await inProject(project, install, env);
    return project;
  }

  const manager = (name: string): PackageManager => {
    const found = packed.managers.find((one) => one.name === name);
    if (found === undefined) throw new Error(`no ${name}`);
    return found;
  };

  it.each(["npm", "pnpm", "yarn 1", "yarn PnP"])(
    "runs with %s, and a hook in TypeScript with it",
    async (name) => {
      const { hextet, env, ...rest } = manager(name);
      const project = await projectWith({ hextet, env, ...rest }, HOOK);
      for (const command of ["validate", "synth", "check"])
        await inProject(project, [...hextet, command], env);
      const stack = parseJson(project.read("generated/stacks/app/cdk.tf.json"), "the stack");
      expect(at(stack, "output", "mine", "value")).toBe(
        "${terraform_data.mine.id} ${aws_vpc.other.id} ${aws_s3_bucket.raw}",
      );
      if (name === "npm") expectComplete(project);
    },
  );

  /** What is installed is small, has the types that the hook wants, and names what is bundled. */
  function expectComplete(project: Project): void {
    expect(sizeOf(project.path("node_modules"))).toBeLessThan(32 * MB);
    expect(readdirSync(project.path("node_modules")).filter((one) => !one.startsWith("."))).toEqual(
      expect.arrayContaining(["hextet", "tsx"]),
    );
    expect(project.exists("node_modules/cdktf")).toBe(false);
    const parts = readdirSync(project.path("node_modules/hextet/dist")).filter((file) =>
      /^part-engine/.test(file),
    );
    expect(parts).toHaveLength(1);
    const notices = project.read("node_modules/hextet/dist/NOTICES.md");
    for (const name of ["cdktf", "constructs", "@cdktf/provider-aws", "yaml", "ajv", "@aws-sdk/client-ec2"]) {
      expect(notices).toMatch(new RegExp(`^## (?:.*, )?${name} \\d+\\.\\d+\\.\\d+ \\(`, "m"));
    }
  }

  it("cannot be packed from the checkout, where nothing says that dist/ is whole", async () => {
    const project = makeProject();
    const refused = await run("npm", ["pack", "--ignore-scripts", "--pack-destination", project.folder], {
      cwd: ROOT,
      env: cleanEnv(),
      accept: [1],
      timeout: 240_000,
    });
    expect(refused.stderr).toContain("Invalid package, must have name and version");
    expect(readdirSync(project.folder)).toEqual([]);
  });

  it("has the version that the command says, and nothing of the checkout's own", async () => {
    const project = await projectWith(manager("npm"), HOOK);
    const manifest = parseJson(project.read("node_modules/hextet/package.json"), "the manifest");
    const { stdout } = await inProject(project, ["npx", "hextet", "--version"], {});
    expect(at(manifest, "version")).toBe(stdout.trim());
    expect(
      Object.keys(Object(manifest)).filter((key) => /^(scripts|knip|devDependencies)$/.test(key)),
    ).toEqual([]);
    expect(project.exists("node_modules/hextet/dist/cli.cjs.map")).toBe(false);
  });

  it("without the address of a repository can be installed, and not be published", async () => {
    const project = makeProject();
    // Nobody listens there: were it not refused, it would go nowhere.
    const login = [
      "--registry",
      "http://127.0.0.1:9/",
      "--//127.0.0.1:9/:_authToken=x",
      "--fetch-retries",
      "0",
    ];
    const args = ["publish", packed.tarball, ...login];
    const { status, stderr } = await project.command("npm", args);
    expect([status, stderr.includes("EPRIVATE")]).toEqual([1, true]);
  });

  it("lists what is bundled in a bill of materials", async () => {
    const project = await projectWith(manager("npm"), HOOK);
    const bill = parseJson(project.read("node_modules/hextet/dist/sbom.cdx.json"), "the bill");
    const names = listAt(bill, "components").map((one) => at(one, "name"));
    expect(names).toEqual(
      expect.arrayContaining(["cdktf", "constructs", "@cdktf/provider-aws", "yaml", "ajv"]),
    );
  });

  it("has the types that a hook is checked against, and finds what is wrong with it", async () => {
    const project = await projectWith(manager("npm"), HOOK);
    const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
    const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2023", "--types", ""];
    const check = () => project.command(process.execPath, [tsc, ...options, "hook.ts"]);
    expect(await check()).toEqual({ status: 0, stdout: "", stderr: "" });
    project.write("hook.ts", HOOK.replace("made.vpc.id", "made.vpc.idd").replace("10.99", "10.98"));
    expect((await check()).stdout).toContain("Property 'idd' does not exist");
  });

  it("has nothing that publint or arethetypeswrong finds fault with", async () => {
    const bytes = readFileSync(packed.tarball);
    const tarball = new Uint8Array(bytes).buffer;
    const { messages } = await publint({ pack: { tarball }, strict: true });
    expect(messages).toEqual([]);
    const checked = await checkPackage(createPackageFromTarballData(new Uint8Array(bytes)));
    if (checked.types === false) throw new Error("no types are packed");
    expect(Object.keys(checked.entrypoints).sort()).toEqual([".", "./cdktf", "./cli-step", "./hook"]);
    // `node10` is how Node resolved before `exports`; Hextet runs on Node 20 and newer.
    expect(
      checked.problems.filter(
        (problem) => !("resolutionKind" in problem) || problem.resolutionKind !== "node10",
      ),
    ).toEqual([]);
  });

  it.each(["typescript-5.9", "typescript"])(
    "type-checks a hook and the library in a strict project of %s, the declarations too",
    async (name) => {
      const project = await projectWith(manager("npm"), HOOK);
      const [, example = ""] = readFileSync(join(ROOT, "docs/library.md"), "utf8").split(/^```(?:ts)?\n/m);
      project.write("example.mts", example);
      const compilerOptions = {
        ...{
          strict: true,
          noEmit: true,
          skipLibCheck: false,
          exactOptionalPropertyTypes: true,
          verbatimModuleSyntax: true,
        },
        ...{
          noUncheckedIndexedAccess: true,
          module: "nodenext",
          target: "es2023",
          lib: ["es2023", "dom"],
          types: [],
        },
      };
      project.write("package.json", JSON.stringify({ name: "app", private: true, type: "module" }));
      project.write("tsconfig.json", JSON.stringify({ compilerOptions, files: ["hook.ts", "example.mts"] }));
      const tsc = (...args: readonly string[]) =>
        project.command(process.execPath, [join(ROOT, "node_modules", name, "bin/tsc"), ...args]);
      expect((await tsc("--version")).stdout).toMatch(
        name === "typescript" ? /^Version 7\./ : /^Version 5\.9\./,
      );
      expect(await tsc()).toEqual({ status: 0, stdout: "", stderr: "" });
      project.write("hook.ts", HOOK.replace("made.vpc.id", "made.vpc.idd"));
      expect((await tsc()).stdout).toContain("Property 'idd' does not exist");
    },
  );

  it("is a library with types that runs as its page says, and leaves no file behind", async () => {
    const project = await projectWith(manager("npm"), HOOK);
    const [, example = "", , printed = ""] = readFileSync(join(ROOT, "docs/library.md"), "utf8").split(
      /^```(?:ts)?\n/m,
    );
    const required = `require("hextet").compile("name: 1").then(({ stacks }) => console.log(stacks.length));`;
    project.write("example.mts", example);
    project.write("example.mjs", example);
    project.write("required.cjs", required);
    project.write("tmp/kept", "");
    const before = project.tree(".");
    const node = (file: string) =>
      inProject(project, [process.execPath, file], { TMPDIR: project.path("tmp") });
    expect(await node("example.mjs")).toEqual({ status: 0, stdout: printed, stderr: "" });
    expect(await node("required.cjs")).toEqual({ status: 0, stdout: "0\n", stderr: "" });
    expect(project.tree(".")).toEqual(before);
    // `console` is the browser's here: the project has no types of Node.
    const options = ["--noEmit", "--strict", "--module", "nodenext", "--skipLibCheck", "false"];
    const check = () =>
      project.command(process.execPath, [
        join(ROOT, "node_modules/typescript/bin/tsc"),
        ...options,
        ...["--exactOptionalPropertyTypes", "--target", "es2023", "--lib", "es2023,dom", "--types", ""],
        "example.mts",
      ]);
    expect(await check()).toEqual({ status: 0, stdout: "", stderr: "" });
    project.write("example.mts", example.replace("{ name, json }", "{ name, jsom: json }"));
    expect((await check()).stdout).toContain("Property 'jsom' does not exist on type 'Stack'");
  });

  // The loader of Yarn's Plug'n'Play runs in another thread, and is asked for every ES module.
  it("asks a loader of modules for nothing but the command itself", async () => {
    const project = await projectWith(manager("npm"), HOOK);
    project.write("cdktf.json", JSON.stringify({ output: "generated" }));
    project.write(
      "asked.mjs",
      `import { appendFileSync } from "node:fs";
      export const load = (url, context, next) => (appendFileSync("asked.txt", url + "\\n"), next(url, context));`,
    );
    const bin = project.path("node_modules/hextet/src/start/installed.cjs");
    await inProject(project, [process.execPath, "--experimental-loader", "./asked.mjs", bin, "validate"], {});
    expect(project.read("asked.txt")).toMatch(/^file:\/\/\S*\/installed\.cjs\n$/);
  });

  it("beside another cdktf keeps all 39 imports, and refuses a hook that takes the other by name", async () => {
    const project = await projectWith(
      manager("npm"),
      HOOK.replace("hextet/cdktf", "cdktf")
        .replace("{ aws, ", "{ ")
        .replace(/ const other.*/, "const other = step;"),
    );
    cpSync(join(ROOT, "node_modules/cdktf"), project.path("node_modules/cdktf"), { recursive: true });
    cpSync(join(ROOT, "node_modules/constructs"), project.path("node_modules/constructs"), {
      recursive: true,
    });
    const manifest = project.path("node_modules/cdktf/package.json");
    writeFileSync(
      manifest,
      readFileSync(manifest, "utf8").replace(/"version": "[^"]*"/, '"version": "0.20.99"'),
    );
    const refused = await project.command("npx", ["hextet", "synth"]);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain(
      "node_modules/cdktf: error: the hook mine uses another copy of cdktf, not Hextet's own: node_modules/cdktf (0.20.99) [engine/foreign-cdktf]",
    );
    expect(project.exists("generated")).toBe(false);
    project.write("cdktf.json", JSON.stringify({ output: "generated" }));
    const state = join(ROOT, "test/support/fixtures/web-and-database.state.json");
    const made = await inProject(
      project,
      ["npx", "hextet", "import", "--state", state, "--name", "shop"],
      cleanEnv(),
    );
    project.write("blueprints/shop.yaml", made.stdout);
    await inProject(project, ["npx", "hextet", "synth"], {});
    const text = project.read("generated/stacks/shop/cdk.tf.json");
    expect(at(parseJson(text, "the stack"), "import")).toHaveLength(39);
    expect(text.match(/"prevent_destroy": true/g)).toHaveLength(39);
  });
});

function sizeOf(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return entries.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}
