import { join } from "node:path";
import { hasErrors } from "../base/diagnostic.ts";
import type { Move } from "../model/migration/renames/pair-addresses.ts";
import { type Finding, findingAbout } from "../reports/findings/finding.ts";
import { judgeBeside } from "./beside/judge-beside.ts";
import { changesMade, type MadeOutput } from "./change/changes-made.ts";
import { renamedStacks } from "./change/renamed-stacks.ts";
import { isFileError, reasonOf } from "./file-errors.ts";
import { findAwsCli } from "./find-aws-cli.ts";
import { findLinks } from "./find-links.ts";
import { findLostParts, type Wanted } from "./find-lost-parts.ts";
import { findLosable } from "./foreign-files.ts";
import { expectOutputFolder } from "./output-in-the-way.ts";
import { changeOutput, finishJournals, foreignIn, interruptedIn } from "./output-journal.ts";
import { type OutputPlan, planOutput, readTree } from "./plan-output.ts";
import { refusalOf } from "./refusal-of.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";

/**
 * Writes a whole output, manifest and stacks, into a folder that does not exist yet but whose parent does, and answers with
 * the moves of state in each stack that has some, by its name.
 */
export type Synth = (folder: string) => ReadonlyMap<string, readonly Move[]>;

/** What writing did, or why it did nothing. */
export interface OutputChange {
  /** Paths from the output folder. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** With an error among them nothing was changed, or the last of the changes failed. */
  readonly findings: readonly Finding[];
}

/** What would be changed, and what the next apply would interrupt, replace or lose then. */
export interface Compared extends OutputPlan {
  readonly changes: readonly Finding[];
}

/**
 * Makes the output folder say what `synth` makes: changed files are replaced as a whole, equal ones are not touched,
 * the Terraform files of gone stacks are removed, and with them their folders unless something else is in them. No
 * Terraform state is ever removed. `keepFolders` leaves the folders of gone stacks to the `cdktf` command, which fails
 * when they vanish under it.
 */
export function writeOutput(output: string, synth: Synth, wanted: Wanted, keepFolders = false): OutputChange {
  const refuse = (findings: readonly Finding[]): OutputChange => ({ written: [], removed: [], findings });
  const work = (): OutputChange => {
    expectOutputFolder(output);
    const { made, moves } = makeOutput(synth, wanted);
    const plan = planOutput(made, output);
    const findings = [
      ...findAwsCli(made, output),
      ...plan.findings,
      ...(keepFolders && plan.findings.length === 0 ? findLosable(made, output) : []),
      ...findLostParts(plan, output, wanted),
      ...judgeBeside(made, wanted.copies),
    ];
    if (hasErrors(findings)) return refuse(findings);
    const changes = changesMade({ made, moves, plan }, output, wanted);
    if (hasErrors(changes)) return refuse([...findings, ...changes]);
    const renamed = renamedStacks(plan, output, wanted.networks);
    const files = [...plan.missing, ...plan.stale];
    changeOutput(output, { write: files, remove: plan.extra }, keepFolders);
    return {
      written: files.map(({ path }) => path),
      removed: plan.extra,
      findings: [...findings, ...renamed, ...changes],
    };
  };
  return orRefusal(output, work, refuse);
}

/**
 * Finishes what a run before this one was interrupted in, so that the output is whole. To be called before the output is
 * looked at. What it answers are errors.
 */
export function finishOutput(output: string, keepFolders = false): readonly Finding[] {
  const refuse = (findings: readonly Finding[]) => findings;
  const work = (): readonly Finding[] => {
    expectOutputFolder(output);
    const links = findLinks(output);
    const foreign = foreignIn(output);
    if (links.length > 0) return links;
    if (foreign !== null) return about(`this is no journal of hextet: ${foreign}`, "delete it");
    finishJournals(output, keepFolders);
    return [];
  };
  const about = (message: string, hint: string) => aboutJournal(output, message, hint);
  return orRefusal(output, work, refuse);
}

/** An error when a run before this one was interrupted, for commands that only look. */
export function findInterrupted(output: string): readonly Finding[] {
  const hint = "run synth again: it finishes what was begun";
  return aboutJournal(output, "synth was interrupted here", hint);
}

/** Nothing where there is no journal. */
function aboutJournal(output: string, message: string, hint: string): readonly Finding[] {
  const journal = interruptedIn(output);
  return journal === null ? [] : [findingAbout(journal, "output/interrupted", message, hint)];
}

/** What `writeOutput` would change, without changing it. */
export function compareOutput(output: string, synth: Synth, wanted: Wanted): Compared {
  const refuse = (findings: readonly Finding[]): Compared => ({
    missing: [],
    stale: [],
    extra: [],
    findings,
    changes: [],
  });
  const work = (): Compared => {
    expectOutputFolder(output);
    const { made, moves } = makeOutput(synth, wanted);
    const plan = planOutput(made, output);
    const findings = [...plan.findings, ...findLostParts(plan, output, wanted)];
    const renamed = renamedStacks(plan, output, wanted.networks);
    return {
      ...plan,
      findings,
      changes: [
        ...judgeBeside(made, wanted.copies),
        ...renamed,
        ...changesMade({ made, moves, plan }, output, wanted),
      ],
    };
  };
  return orRefusal(output, work, refuse);
}

function makeOutput(synth: Synth, { copies }: Wanted): Omit<MadeOutput, "plan"> {
  return inTemporaryFolder((folder) => {
    const generated = join(folder, "generated");
    const moves = synth(generated);
    return { made: [...readTree(generated), ...copies], moves };
  });
}

/** The work's result, or what to answer with instead when the file system refuses. Other errors are bugs. */
function orRefusal<T>(output: string, work: () => T, refuse: (findings: readonly Finding[]) => T): T {
  try {
    return work();
  } catch (error) {
    const refusal = refusalOf(error, output);
    if (refusal !== null) return refuse([refusal]);
    if (!isFileError(error)) throw error;
    // The names of temporary files mean nothing to the user.
    const place = (error.path ?? output).replace(/[\\/]\.hextet-[^\\/]*(?:[\\/].*)?$/, "");
    return refuse([findingAbout(place, "output/unwritable", reasonOf(error))]);
  }
}
