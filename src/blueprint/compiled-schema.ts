import type { ValidateFunction } from "ajv";
import type { Blueprint } from "./blueprint.generated.ts";
import { openAjv } from "./open-ajv.ts";
import { blueprintSchema } from "./schema.ts";

/**
 * The function that Ajv makes of the blueprint's schema. Compiling takes longer than all the rest: it is done for the
 * first blueprint, and once. The build (`src/start/written-validator.js`) has the function itself in place of this file.
 */
export const compiledSchema = once(() => openAjv().compile<Blueprint>(blueprintSchema));

function once(make: () => ValidateFunction<Blueprint>): () => ValidateFunction<Blueprint> {
  let made: ValidateFunction<Blueprint> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
