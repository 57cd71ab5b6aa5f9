import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createColors } from "picocolors";
import { type BlueprintFile, type Compiled, compile } from "../../src/pipeline.ts";
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

/** The blueprints in the folder of a file that its values may come from: `beside-*.yaml`. */
export function besideOf(path: string): readonly BlueprintFile[] {
  const folder = dirname(path);
  return readdirSync(join(CORPUS, folder))
    .filter((name) => /^beside-[a-z0-9-]+\.yaml$/.test(name))
    .sort()
    .map((name) => ({ file: join(folder, name), text: readFileSync(join(CORPUS, folder, name), "utf8") }));
}

/** A blueprint of the corpus as the pipeline has it, with those beside it. */
export function compiled(path: string): Compiled {
  const text = readFileSync(join(CORPUS, path), "utf8");
  return compile([{ file: path, text }], CORPUS_DAY, [], undefined, besideOf(path));
}

/** The findings of a blueprint of the corpus as a terminal without colours shows them. */
export function renderedFindings(path: string): string {
  return renderFindings(compiled(path).findings, createColors(false), Number.POSITIVE_INFINITY);
}
