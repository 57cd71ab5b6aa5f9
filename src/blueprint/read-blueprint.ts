import { atValue, type Diagnostic, hasErrors } from "../base/diagnostic.ts";
import type { Blueprint } from "./blueprint.generated.ts";
import { parseYaml } from "./parse.ts";
import { readPlainData } from "./plain-data.ts";
import { explainSchemaErrors } from "./schema-diagnostics.ts";
import { createSource, type Source } from "./source.ts";
import { validateSchema } from "./validate-schema.ts";

/** What was read from the text of a blueprint. */
export interface BlueprintReading {
  /** All defaults filled in, keys beginning with `x-` left out; null when there are errors. */
  readonly blueprint: Blueprint | null;
  readonly source: Source;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a blueprint: one YAML 1.2 document (core schema, anchors and aliases, no merge keys, no tags) of the shape in
 * `blueprint.schema.json`. Never throws, whatever the text; `file` is only carried along.
 */
export function readBlueprint(file: string, text: string): BlueprintReading {
  const clean = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const { document, diagnostics } = parseYaml(clean);
  if (document === null) return { blueprint: null, source: createSource(file, clean, null), diagnostics };
  const data = readPlainData(document, clean);
  const source = createSource(file, clean, data.written);
  if (!isMap(data.value)) {
    return { blueprint: null, source, diagnostics: [...data.diagnostics, notAMap()] };
  }
  const written = withoutExtensions(data.value);
  const { blueprint, errors } = validateSchema(structuredClone(written));
  const found = [...data.diagnostics, ...explainSchemaErrors(errors, written, data.misread)];
  return { blueprint: hasErrors(found) ? null : blueprint, source, diagnostics: found };
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function withoutExtensions(root: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(root).filter(([key]) => !key.startsWith("x-")));
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
