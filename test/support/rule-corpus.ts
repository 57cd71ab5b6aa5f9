import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createColors } from "picocolors";
import { compile } from "../../src/pipeline.ts";
import { renderFindings } from "../../src/reports/findings/render-findings.ts";

/** The folder of the rules' blueprints. */
export const CORPUS = join(import.meta.dirname, "../rules");
/** Acceptances in the corpus are judged on this day. */
export const CORPUS_DAY = "2026-11-21";

/** Every `bad*.yaml`, relative to the corpus, sorted. */
export const badFiles: readonly string[] = readdirSync(CORPUS, { recursive: true, encoding: "utf8" })
  .filter((path) => /^[a-z0-9-]+\/bad(-[a-z0-9-]+)?\.yaml$/.test(path))
  .sort();

/** The file beside a bad blueprint with its findings as a terminal shows them. */
export function goldenOf(path: string): string {
  return path.replace(/\.yaml$/, ".out");
}

/** The findings of a blueprint of the corpus as a terminal without colours shows them. */
export function renderedFindings(path: string): string {
  const text = readFileSync(join(CORPUS, path), "utf8");
  return renderFindings(
    compile([{ file: path, text }], CORPUS_DAY).findings,
    createColors(false),
    Number.POSITIVE_INFINITY,
  );
}
