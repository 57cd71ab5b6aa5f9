import { chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeProject, type Project, ROOT, smallBlueprint } from "./project.ts";

function project(): Project {
  const made = makeProject({ "shop.yaml": smallBlueprint("shop"), "hub.yaml": smallBlueprint("hub") });
  made.write("bin/hextet", `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, "src/hextet.js")}" "$@"\n`);
  chmodSync(made.path("bin/hextet"), 0o755);
  made.write("generated/stacks/shop/cdk.tf.json", "{}");
  return made;
}

/** What is typed behind `hextet`, and what a tab offers. */
const OFFERED: readonly (readonly [string, readonly string[]])[] = [
  ["hextet st", ["stacks"]],
  ["hextet migrate ", ["check", "plan"]],
  ["hextet check --f", ["--fail-on", "--format"]],
  ["hextet check --fail-on w", ["warning"]],
  ["hextet validate -f sa", ["sarif"]],
  ["hextet stacks -f atl", ["atlantis"]],
  ["hextet validate --strict ", ["blueprints/hub.yaml", "blueprints/shop.yaml"]],
  ["hextet init --from dual-stack-w", ["dual-stack-web"]],
  ["hextet plan check sh", ["shop"]],
  ["hextet explain dns64-without", ["dns64-without-nat64-route"]],
  ["hextet completion f", ["fish"]],
  ["hextet synth x", []],
];

async function wordsOf(made: Project, line: string): Promise<readonly string[]> {
  const { status, stdout, stderr } = await made.hextet("complete", "--", ...line.split(" ").slice(1));
  expect([status, stderr]).toEqual([0, ""]);
  return stdout.split("\n").filter((one) => one !== "");
}

describe("hextet completion", () => {
  it.each(OFFERED)("offers for %j what can stand there", async (line, offered) => {
    expect(await wordsOf(project(), line)).toEqual(offered);
  });

  it("offers every command of the help, and values behind an equals sign", async () => {
    const made = project();
    const help = (await made.hextet("--help")).stdout;
    const commands = [...(help.split("Commands:")[1] ?? "").matchAll(/^ {2}([a-z]+)/gm)].map(
      ([, name]) => name,
    );
    expect(commands).toContain("completion");
    expect(commands).not.toContain("complete");
    expect(await wordsOf(made, "hextet ")).toEqual(commands.filter((one) => one !== "hextet").sort());
    expect(await wordsOf(made, "hextet check --fail-on=w")).toEqual(["--fail-on=warning"]);
  });

  it("works at a tab in bash", async () => {
    const made = project();
    // What Readline does: it sets the line and calls the function that `complete` has named.
    const script = `
      eval "$(hextet completion bash)"
      [[ $(complete -p hextet) == *"-F _hextet hextet" ]] || exit 9
      while IFS= read -r COMP_LINE; do
        COMP_POINT=${"${#COMP_LINE}"}; COMPREPLY=(); _hextet
        printf '%s|' "${"${COMPREPLY[@]}"}"; echo
      done`;
    const lines = [...OFFERED.map(([line]) => line), "hextet check --fail-on=w"];
    made.write("lines", `${lines.join("\n")}\n`);
    const ran = await made.command("bash", ["-c", `{ ${script}\n} < lines`], pathWith(made));
    const expected = [...OFFERED.map(([, offered]) => `${offered.join("|")}|`), "warning|"];
    expect([ran.status, ran.stderr, ran.stdout.trimEnd().split("\n")]).toEqual([0, "", expected]);
  });

  it("works at a tab in zsh", async () => {
    const made = project();
    // zsh completes only on a terminal: its words are set here, and what it is given is written.
    const script = `compdef() { print -r -- "compdef $*" }
      eval "$(hextet completion zsh)"
      compadd() { print -r -- "\${(P)2}" }
      _files() { print -r -- files }
      for line in "hextet st" "hextet synth x"; do words=(\${(s: :)line}); CURRENT=2; (( \${#words} > 2 )) && CURRENT=3; _hextet; done`;
    const ran = await made.command("zsh", ["-f", "-c", script], pathWith(made));
    expect([ran.status, ran.stderr, ran.stdout]).toEqual([0, "", "compdef _hextet hextet\nstacks\nfiles\n"]);
  });

  it("works at a tab in fish", async () => {
    const made = project();
    const script = `hextet completion fish | source
      for line in "hextet st" "hextet check --fail-on w" "hextet synth bluep"; complete -C $line; end`;
    const ran = await made.command("fish", ["--no-config", "-c", script], pathWith(made));
    expect([ran.status, ran.stderr, ran.stdout]).toEqual([0, "", "stacks\nwarning\nblueprints/\n"]);
  });

  it("knows three shells", async () => {
    const { status, stderr } = await project().hextet("completion", "tcsh");
    expect([status, stderr]).toEqual([2, expect.stringContaining("Allowed choices are bash, zsh, fish.")]);
  });
});

function pathWith(made: Project): { readonly PATH: string; readonly HOME: string } {
  return { PATH: `${made.path("bin")}:${process.env["PATH"]}`, HOME: made.folder };
}
