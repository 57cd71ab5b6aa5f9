import { atValue, type Diagnostic, hasErrors, THE_FILE } from "../base/diagnostic.ts";
import type { Path } from "../base/path.ts";
import type { Blueprint } from "./blueprint.generated.ts";
import type { BlueprintFile } from "./blueprint-file.ts";
import { type IncludedDiagnostics, includeSections } from "./include.ts";
import { type LiftedReference, liftReferences } from "./lift-references.ts";
import { parseYaml } from "./parse.ts";
import { isMap, type Placed, withoutEntries } from "./placed.ts";
import { readPlainData } from "./plain-data.ts";
import { explainSchemaErrors } from "./schema-diagnostics.ts";
import { createSource, type Source } from "./source.ts";
import { validateSchema } from "./validate-schema.ts";

/** What was read from the text of a blueprint. */
export interface BlueprintReading {
  /** All defaults filled in, without its environments and keys that begin with `x-`; null when there are errors. */
  readonly blueprint: Blueprint | null;
  /** What is written as its name, also where there are errors; null: no text is. */
  readonly name: string | null;
  /** As it is written, with what it includes and without defaults. */
  readonly written: unknown;
  /** What stands in the blueprint as a text, and comes from elsewhere. */
  readonly references: readonly LiftedReference[];
  readonly source: Source;
  readonly diagnostics: readonly Diagnostic[];
  /** What is wrong with the texts of files that it includes. */
  readonly included: readonly IncludedDiagnostics[];
}

/** Nobody reads more at once; a damaged file can have a finding for each of its bytes. */
const MAX_FINDINGS = 200;

/** Far more than a blueprint has; checking time grows with the square of the number of mistakes. */
const MAX_VALUES = 50_000;

/** Keys that are gone through before there is one blueprint for one stack. */
const RESOLVED: readonly string[] = ["include", "environments"];

/**
 * Reads a blueprint: one YAML 1.2 document (core schema, anchors and aliases, no merge keys, no tags) of the shape in
 * `blueprint.schema.json`. Never throws, whatever the text; reports at most 200 findings, errors before others. What it
 * says where it has environments is what all of them have: `readInstances` gives each.
 */
export function readBlueprint(file: string, text: string): BlueprintReading {
  return readWhole({ file, text }).reading;
}

/** A whole blueprint, and what it says before its environments part; null where there are errors. */
export interface WholeReading {
  readonly reading: BlueprintReading;
  readonly whole: Placed | null;
}

/** Reads a blueprint with what it includes, and judges the shape of all of it. */
export function readWhole({ file, text, included: files }: BlueprintFile): WholeReading {
  const clean = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const { document, diagnostics } = parseYaml(clean);
  if (document === null) return stopped({ source: createSource(file, clean, null), found: diagnostics });
  const data = readPlainData(document, clean);
  const own = createSource(file, clean, data.node);
  if (!isMap(data.value)) return stopped({ source: own, found: [...data.diagnostics, notAMap()] });
  const from = { file, text: clean };
  const root: Placed = { value: data.value, node: data.node, from };
  const so = includeSections(withoutExtensions(root), files);
  const { blueprint: whole, included } = so;
  const source = createSource(file, clean, whole.node);
  const before = [...data.diagnostics, ...so.diagnostics];
  const size = data.size + so.size;
  if (size > MAX_VALUES) return stopped({ source, found: [...before, tooMany(size)], included });
  const reading = readShape(whole, source, [...data.misread, ...so.misread], before, included);
  return { reading, whole: reading.blueprint === null ? null : whole };
}

/** Judges the shape of what is written, and fills the defaults in. `before` is what was found on the way. */
export function readShape(
  written: Placed,
  source: Source,
  misread: readonly Path[],
  before: readonly Diagnostic[],
  included: readonly IncludedDiagnostics[],
): BlueprintReading {
  const { blueprint, errors } = validateSchema(structuredClone(written.value));
  const found = [...before, ...explainSchemaErrors(errors, written.value, misread, MAX_FINDINGS)];
  const isTorn = hasErrors(found) || included.some(({ diagnostics }) => hasErrors(diagnostics));
  if (blueprint === null || isTorn)
    return stopped({ source, found, written: written.value, included }).reading;
  const { value } = withoutEntries({ ...written, value: blueprint }, (key) => RESOLVED.includes(key));
  const lifted = liftReferences(value as Blueprint);
  return {
    ...lifted,
    name: blueprint.name,
    written: withoutEntries(written, (key) => RESOLVED.includes(key)).value,
    source,
    diagnostics: firstOf(found),
    included,
  };
}

interface Stopped {
  readonly source: Source;
  readonly found: readonly Diagnostic[];
  readonly written?: unknown;
  readonly included?: readonly IncludedDiagnostics[];
}

function stopped({ source, found, written = null, included = [] }: Stopped): WholeReading {
  const name = isMap(written) ? written["name"] : null;
  const reading = {
    blueprint: null,
    name: typeof name === "string" ? name : null,
    written,
    references: [],
    source,
    diagnostics: firstOf(found),
    included,
  };
  return { reading, whole: null };
}

function firstOf(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length <= MAX_FINDINGS) return diagnostics;
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const others = diagnostics.filter(({ severity }) => severity !== "error");
  return [...errors, ...others].slice(0, MAX_FINDINGS);
}

function withoutExtensions(root: Placed): Placed {
  return withoutEntries(root, (key) => key.startsWith("x-"));
}

function tooMany(size: number): Diagnostic {
  return {
    rule: "yaml/too-large",
    severity: "error",
    message: `the blueprint holds ${size} values, more than ${MAX_VALUES}`,
    at: THE_FILE,
    hint: "split it into several blueprints: one file is one stack",
  };
}

function notAMap(): Diagnostic {
  return {
    rule: "yaml/not-a-map",
    severity: "error",
    message: "the blueprint is not a map of keys and values",
    at: atValue([]),
    hint: 'begin with "apiVersion: hextet/v1"',
  };
}
