import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import ajvFormats from "ajv-formats";
import type { Blueprint } from "./blueprint.generated.ts";
import { blueprintSchema } from "./schema.ts";

/** A blueprint with all defaults filled in, or what is wrong with its shape. */
export type Validated =
  | { readonly blueprint: Blueprint; readonly errors: readonly [] }
  | { readonly blueprint: null; readonly errors: readonly ErrorObject[] };

/** Checks plain data against the blueprint's schema, and fills the defaults into that very data. */
export function validateSchema(data: unknown): Validated {
  const validate = validator();
  return validate(data)
    ? { blueprint: data, errors: [] }
    : { blueprint: null, errors: validate.errors ?? [] };
}

/** Compiling takes longer than all the rest: it is done for the first blueprint, and once. */
const validator = once(compile);

function compile(): ValidateFunction<Blueprint> {
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    useDefaults: true,
    messages: false,
    // Both make compiling quicker and the validator slower; one blueprint takes a millisecond either way.
    inlineRefs: false,
    code: { optimize: false },
    // Checked by a test.
    validateSchema: false,
  });
  ajvFormats.default(ajv, ["uri", "date"]);
  ajv.addKeyword({ keyword: "x-hextet-says", schemaType: "string" });
  return ajv.compile<Blueprint>(blueprintSchema);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
