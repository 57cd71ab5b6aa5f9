import type { ErrorObject } from "ajv";
import type { Blueprint } from "./blueprint.generated.ts";
import { compiledSchema } from "./compiled-schema.ts";

/** A blueprint with all defaults filled in, or what is wrong with its shape. */
export type Validated =
  | { readonly blueprint: Blueprint; readonly errors: readonly [] }
  | { readonly blueprint: null; readonly errors: readonly ErrorObject[] };

/** Checks plain data against the blueprint's schema, and fills the defaults into that very data. */
export function validateSchema(data: unknown): Validated {
  const validate = compiledSchema();
  return validate(data)
    ? { blueprint: data, errors: [] }
    : { blueprint: null, errors: validate.errors ?? [] };
}
