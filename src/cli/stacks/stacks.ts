import { hasErrors } from "../../base/diagnostic.ts";
import { assertNever } from "../../base/invariant.ts";
import { NO_COLORS } from "../../reports/colors.ts";
import { findingAbout } from "../../reports/findings/finding.ts";
import { renderAtlantis } from "../../reports/stacks/render-atlantis.ts";
import { renderGitlabPipeline } from "../../reports/stacks/render-gitlab-pipeline.ts";
import { renderHcp } from "../../reports/stacks/render-hcp.ts";
import { renderMatrix } from "../../reports/stacks/render-matrix.ts";
import { renderStackJson, renderStackTable } from "../../reports/stacks/render-stack-list.ts";
import type { StackEntry } from "../../reports/stacks/stack-entry.ts";
import { compileAt } from "../compile-at.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { showFindings } from "../show-findings.ts";
import type { Terminal } from "../terminal.ts";
import { affectedStacks } from "./affected-stacks.ts";
import { fromRepository } from "./from-repository.ts";
import { listStacks } from "./list-stacks.ts";
import { type StackFile, staleFiles, terramateFiles, writeStackFiles } from "./stack-files.ts";

/** What `hextet stacks` can write; `terramate` is a file in the folder of each stack. */
export const STACK_FORMATS = ["text", "json", "matrix", "gitlab", "terramate", "atlantis", "hcp"] as const;

/** One of them. */
export type StackFormat = (typeof STACK_FORMATS)[number];

/** What the command line of `hextet stacks` says. */
export interface StacksOptions {
  readonly blueprints: string;
  readonly output: string;
  readonly strict: boolean;
  readonly format: StackFormat;
  /** Null: standard output, and for Terramate the folders of the stacks. */
  readonly file: string | null;
  /** Only what is not as in this commit or folder, and what comes after it; null: all. */
  readonly affected: string | null;
  /** Only this wave; null: all. */
  readonly wave: number | null;
  /** For a matrix: at most so many jobs; null: one for each stack. */
  readonly jobs: number | null;
  /** Write nothing, and say whether the files are what would be written. */
  readonly isCheck: boolean;
}

/** `hextet stacks`: the stacks in the order in which they are applied, for people and for what runs Terraform. */
export async function stacks(options: StacksOptions, terminal: Terminal): Promise<ExitCode> {
  const compiled = await compileAt([options.blueprints], options.strict);
  const listed = hasErrors(compiled.findings) ? null : listStacks(compiled, options.output);
  const wrong = compiled.findings.filter(({ severity }) => severity === "error");
  const findings = listed === null ? wrong : listed.findings;
  showFindings(findings, terminal);
  if (listed === null || hasErrors(findings)) return exitCodes.findings;
  const { affected, output, wave } = options;
  const chosen =
    affected === null
      ? listed.stacks
      : await affectedStacks(affected, listed.stacks, compiled, output, terminal);
  if (chosen === null) return exitCodes.findings;
  return show(
    chosen.filter((stack) => wave === null || stack.wave === wave),
    options,
    terminal,
  );
}

function show(shown: readonly StackEntry[], options: StacksOptions, terminal: Terminal): ExitCode {
  if (options.format === "terramate") return keep(terramateFiles(shown, options.output), options, terminal);
  if (options.format === "text" && options.file === null) {
    terminal.show(renderStackTable(shown, terminal.outColors, terminal.columns));
    return exitCodes.clean;
  }
  const rendered = render(shown, options.format, options.jobs);
  if ("refused" in rendered) {
    terminal.err(`hextet: ${rendered.refused}\n`);
    return exitCodes.findings;
  }
  if (options.file !== null) return keep([{ path: options.file, text: rendered.text }], options, terminal);
  terminal.out(rendered.text);
  return exitCodes.clean;
}

type Rendered = { readonly text: string } | { readonly refused: string };

function render(
  shown: readonly StackEntry[],
  format: Exclude<StackFormat, "terramate">,
  jobs: number | null,
): Rendered {
  switch (format) {
    case "text":
      return { text: renderStackTable(shown, NO_COLORS, Number.POSITIVE_INFINITY) };
    case "json":
      return { text: renderStackJson(shown) };
    case "matrix": {
      const matrix = renderMatrix(shown, jobs);
      return "refused" in matrix ? matrix : { text: matrix.matrix };
    }
    case "gitlab":
      return { text: renderGitlabPipeline(shown) };
    case "atlantis": {
      const from = fromRepository(shown);
      return "refused" in from ? from : renderAtlantis(from.stacks);
    }
    case "hcp": {
      const from = fromRepository(shown);
      return "refused" in from ? from : renderHcp(from.stacks);
    }
    default:
      return assertNever(format);
  }
}

/** Writes the files, or with `--check` says which are not what would be written. */
function keep(files: readonly StackFile[], { isCheck, format }: StacksOptions, terminal: Terminal): ExitCode {
  const stale = staleFiles(files);
  if (isCheck) {
    const found = stale.map(({ path }) =>
      findingAbout(
        path,
        "stacks/stale",
        "it is not what the blueprints say",
        `run hextet stacks with the same -f ${format}, and commit the file`,
      ),
    );
    showFindings(found, terminal);
    return found.length === 0 ? exitCodes.clean : exitCodes.stale;
  }
  const failed = writeStackFiles(stale);
  const written = stale.filter(({ path }) => !failed.some(({ file }) => file === path));
  terminal.err(
    written.map(({ path, text }) => `${text === null ? "removed" : "wrote  "} ${path}\n`).join(""),
  );
  showFindings(failed, terminal);
  return failed.length === 0 ? exitCodes.clean : exitCodes.findings;
}
