import { chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openShell } from "../support/open-shell.ts";
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
  ["hextet adopt ch", ["check"]],
  ["hextet check --f", ["--fail-on", "--format"]],
  ["hextet check --fail-on w", ["warning"]],
  ["hextet validate -f sa", ["sarif"]],
  ["hextet stacks -f atl", ["atlantis"]],
  ["hextet validate --strict ", ["blueprints/hub.yaml", "blueprints/shop.yaml"]],
  ["hextet init --from dual-stack-w", ["dual-stack-web"]],
  ["hextet import --merge ", ["blueprints/hub.yaml", "blueprints/shop.yaml"]],
  ["hextet import --in", ["--interactive"]],
  ["hextet plan check sh", ["shop"]],
  ["hextet explain dns64-without", ["dns64-without-nat64-route"]],
  ["hextet completion f", ["fish"]],
  ["hextet synth x", []],
];

/** How each shell is started on a terminal without files of the user, and told of the completion. */
const TERMINALS = {
  bash: { args: ["--norc", "--noprofile", "-i"], ready: 'eval "$(hextet completion bash)"' },
  zsh: { args: ["-f", "-i"], ready: 'eval "$(hextet completion zsh)"' },
  fish: { args: ["--no-config", "-i"], ready: "hextet completion fish | source" },
};

/** What is typed before a Tab, and what then stands on the line. */
const TABS = [
  ["hextet st", "hextet stacks "],
  ["hextet check --fail-on w", "hextet check --fail-on warning "],
  ["hextet check --fail-on=w", "hextet check --fail-on=warning"],
  ["hextet validate blueprints/h", "hextet validate blueprints/hub.yaml"],
  ["hextet synth bluep", "hextet synth blueprints/"],
] as const;

/** Control and U: the line is empty again. */
const CLEARED = "\u0005\u0015";

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

  it.each(Object.entries(TERMINALS))(
    "completes at the Tab key of a terminal in %s",
    async (shell, { args, ready }) => {
      const made = project();
      const open = openShell(shell, args, made.folder, pathWith(made));
      try {
        await open.typeUntil(`${ready}; echo re''ady\n`, /ready\n/);
        for (const [line, completed] of TABS) {
          await open.typeUntil(`${line}\t`, `${completed}`);
          await open.typeUntil(CLEARED, "");
        }
      } finally {
        open.close();
      }
    },
  );

  it("knows three shells", async () => {
    const { status, stderr } = await project().hextet("completion", "tcsh");
    expect([status, stderr]).toEqual([2, expect.stringContaining("Allowed choices are bash, zsh, fish.")]);
  });
});

function pathWith(made: Project): { readonly PATH: string; readonly HOME: string } {
  return { PATH: `${made.path("bin")}:${process.env["PATH"]}`, HOME: made.folder };
}
