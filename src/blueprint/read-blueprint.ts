import { atValue, type Diagnostic, hasErrors } from "../base/diagnostic.ts";
import type { Blueprint } from "./blueprint.generated.ts";
import { type LiftedReference, liftReferences } from "./lift-references.ts";
import { parseYaml } from "./parse.ts";
import { readPlainData } from "./plain-data.ts";
import { explainSchemaErrors } from "./schema-diagnostics.ts";
import { createSource, type Source } from "./source.ts";
import { validateSchema } from "./validate-schema.ts";

/** What was read from the text of a blueprint. */
export interface BlueprintReading {
  /** All defaults filled in, keys beginning with `x-` left out; null when there are errors. */
  readonly blueprint: Blueprint | null;
  /** What is written as its name, also where there are errors; null: no text is. */
  readonly name: string | null;
  /** What stands in the blueprint as a text, and comes from elsewhere. */
  readonly references: readonly LiftedReference[];
  readonly source: Source;
  readonly diagnostics: readonly Diagnostic[];
}

/** Nobody reads more at once; a damaged file can have a finding for each of its bytes. */
const MAX_FINDINGS = 200;

/** Far more than a blueprint has; checking time grows with the square of the number of mistakes. */
const MAX_VALUES = 20_000;

/**
 * Reads a blueprint: one YAML 1.2 document (core schema, anchors and aliases, no merge keys, no tags) of the shape in
 * `blueprint.schema.json`. Never throws, whatever the text; reports at most 200 findings, errors before others.
 */
export function readBlueprint(file: string, text: string): BlueprintReading {
  const clean = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const { document, diagnostics } = parseYaml(clean);
  if (document === null) {
    return stopped(createSource(file, clean, null), diagnostics);
  }
  const data = readPlainData(document, clean);
  const source = createSource(file, clean, data.node);
  if (!isMap(data.value)) {
    return stopped(source, [...data.diagnostics, notAMap()]);
  }
  if (data.size > MAX_VALUES) {
    return stopped(source, [...data.diagnostics, tooMany(data.size)]);
  }
  const written = withoutExtensions(data.value);
  const { blueprint, errors } = validateSchema(structuredClone(written));
  const found = [...data.diagnostics, ...explainSchemaErrors(errors, written, data.misread, MAX_FINDINGS)];
  if (blueprint === null || hasErrors(found)) return stopped(source, found, written["name"]);
  return { ...liftReferences(blueprint), name: blueprint.name, source, diagnostics: firstOf(found) };
}

function stopped(source: Source, found: readonly Diagnostic[], name?: unknown): BlueprintReading {
  return {
    blueprint: null,
    name: typeof name === "string" ? name : null,
    references: [],
    source,
    diagnostics: firstOf(found),
  };
}

function firstOf(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length <= MAX_FINDINGS) return diagnostics;
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const others = diagnostics.filter(({ severity }) => severity !== "error");
  return [...errors, ...others].slice(0, MAX_FINDINGS);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function withoutExtensions(root: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(root).filter(([key]) => !key.startsWith("x-")));
}

function tooMany(size: number): Diagnostic {
  return {
    rule: "yaml/too-large",
    severity: "error",
    message: `the blueprint holds ${size} values, more than ${MAX_VALUES}`,
    at: atValue([]),
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
