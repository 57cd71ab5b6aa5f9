import { Ajv, type CodeOptions } from "ajv";
import ajvFormats from "ajv-formats";

/** Ajv as the blueprint's schema needs it. `code`: what to do with the function beside running it. */
export function openAjv(code: CodeOptions = {}): Ajv {
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    useDefaults: true,
    messages: false,
    // Both make compiling quicker and the validator slower; one blueprint takes a millisecond either way.
    inlineRefs: false,
    code: { ...code, optimize: false },
    // Checked by a test.
    validateSchema: false,
  });
  ajvFormats.default(ajv, ["uri", "date"]);
  ajv.addKeyword({ keyword: "defaultSnippets", schemaType: "array" });
  ajv.addKeyword({ keyword: "x-hextet-says", schemaType: "string" });
  ajv.addKeyword({ keyword: "x-hextet-takes", schemaType: "string" });
  return ajv;
}
