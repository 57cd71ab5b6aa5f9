import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeProject, type Project, ROOT, smallBlueprint } from "./project.ts";

const VALID = { status: 0, stdout: "", stderr: "1 blueprint valid\n" };
const HOOK = `export const hook = {
  id: "mine", title: "Mine.", afterClosing: "works", automatic: true, isNeeded: () => true,
  gaps: [{ resource: "aws_vpc", argument: "new", condition: null, closedIn: null, upstream: "https://example.com" }],
  apply(stack, { made }) { return { outputs: { mine: made.vpc.id as string } }; },
};`;

/** A checkout that was never started, with links to the libraries, and a way to run it. */
function freshCheckout() {
  const project = makeProject({ "app.yaml": smallBlueprint("app") });
  const home = project.path("checkout");
  for (const part of ["src", "package.json", "package-lock.json"]) {
    cpSync(join(ROOT, part), join(home, part), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules"), join(home, "node_modules"));
  const hextet = (...args: readonly string[]) =>
    project.command(process.execPath, [join(home, "src/hextet.js"), ...args], { HEXTET_DEBUG: "" });
  return { project, home, dist: join(home, "dist"), hextet };
}

/** Makes the build say something else than the sources: who prints it ran the build. */
function mark(dist: string): void {
  writeFileSync(join(dist, "cli.cjs"), 'exports.main = () => { console.log("the build"); return 0; };');
}

const MARKED = { status: 0, stdout: "the build\n", stderr: "" };

describe("a checkout", { timeout: 1_200_000 }, () => {
  it("builds itself at its first start, runs that from then on, and builds anew after an edit", async () => {
    const { home, dist, hextet } = freshCheckout();
    expect(await hextet("validate")).toEqual(VALID);
    mark(dist);
    expect(await hextet("validate")).toEqual(MARKED);
    appendFileSync(join(home, "src/main.ts"), "\n// edited\n");
    expect(await hextet("validate")).toEqual(VALID);
    mark(dist);
    appendFileSync(join(home, "package-lock.json"), "\n");
    expect(await hextet("validate")).toEqual(VALID);
  });

  it("leaves the parts of the build before to who is running it", async () => {
    const { home, dist, hextet } = freshCheckout();
    await hextet("validate");
    const parts = readdirSync(dist).filter((file) => file.startsWith("part-"));
    const validate = join(home, "src/cli/validate.ts");
    writeFileSync(validate, readFileSync(validate, "utf8").replace(" valid\\n`", " fine\\n`"));
    expect((await hextet("validate")).stderr).toBe("1 blueprint fine\n");
    expect(readdirSync(dist)).toEqual(expect.arrayContaining(parts));
    expect(readdirSync(dist).filter((file) => file.endsWith(".tmp"))).toEqual([]);
  });

  it("clears away what builds have left that nobody can be running any more", async () => {
    const { home, dist, hextet } = freshCheckout();
    await hextet("validate");
    const left = ["part-old-ABCDEFGH.cjs", "part-engine-01234567.cjs", "cli.cjs.4711.tmp", "gone.cjs.map"];
    const hours = (count: number) => new Date(Date.now() - count * 3_600_000);
    for (const file of [...left, "mine.txt"]) {
      writeFileSync(join(dist, file), "");
      utimesSync(join(dist, file), hours(1.1), hours(1.1));
    }
    writeFileSync(join(dist, "part-young-ABCDEFGH.cjs"), "");
    appendFileSync(join(home, "src/main.ts"), "\n// edited\n");
    expect(await hextet("validate")).toEqual(VALID);
    const there = readdirSync(dist);
    expect(there.filter((file) => left.includes(file))).toEqual([]);
    expect(there).toEqual(expect.arrayContaining(["part-young-ABCDEFGH.cjs", "mine.txt", "cli.cjs"]));
    expect(there.filter((file) => file.startsWith("part-engine"))).toHaveLength(1);
  });

  it("runs the sources where it cannot build, and says why when asked", async () => {
    const { project, home, dist, hextet } = freshCheckout();
    writeFileSync(dist, "no folder");
    expect(await hextet("validate")).toEqual(VALID);
    const args = [join(home, "src/hextet.js"), "--version"];
    const { stderr } = await project.command(process.execPath, args, { HEXTET_DEBUG: "1" });
    expect(stderr).toContain("hextet: build: none, the sources are run\n");
    expect(stderr).toMatch(/^hextet: build: Error: E/m);
  });

  it("finds the same, built or not", async () => {
    const { dist, hextet } = freshCheckout();
    const corpora = ["test/blueprint/err", "test/blueprint/ok", "blueprints"].map((one) => join(ROOT, one));
    const built = await hextet("validate", "--format", "json", ...corpora);
    expect(built.stdout.length).toBeGreaterThan(10_000);
    expect(existsSync(join(dist, "cli.cjs"))).toBe(true);
    rmSync(dist, { recursive: true });
    writeFileSync(dist, "no folder");
    expect(await hextet("validate", "--format", "json", ...corpora)).toEqual(built);
  });

  it("is built by many first starts at once", async () => {
    const { hextet } = freshCheckout();
    const starts = await Promise.all([1, 2, 3, 4].map(() => hextet("validate")));
    expect(starts).toEqual([VALID, VALID, VALID, VALID]);
  });
});

describe("what cdktf.json runs", { timeout: 1_200_000 }, () => {
  it.each(["commonjs", "module"])("takes a hook in TypeScript as %s, built or not", async (type) => {
    const { project, home, dist } = freshCheckout();
    project.write("package.json", JSON.stringify({ type }));
    project.write("hook.ts", HOOK);
    project.write(
      "cdktf.json",
      JSON.stringify({ output: "generated", context: { hextetHooks: ["./hook.ts"] } }),
    );
    await expectApplied(project, home);
    expect(existsSync(join(dist, "main.cjs"))).toBe(true);
    rmSync(dist, { recursive: true });
    writeFileSync(dist, "no folder");
    await expectApplied(project, home);
  });

  async function expectApplied(project: Project, home: string): Promise<void> {
    const ran = await project.command(process.execPath, [join(home, "src/app.js")]);
    expect(ran).toMatchObject({ status: 0, stderr: "" });
    const stack = JSON.parse(project.read("generated/stacks/app/cdk.tf.json"));
    expect(stack.output.mine.value).toBe("${aws_vpc.main.id}");
    rmSync(project.path("generated"), { recursive: true });
  }
});
