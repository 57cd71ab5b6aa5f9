import type { ErrorObject } from "ajv";
import type { Diagnostic, Location } from "../base/diagnostic.ts";
import type { Path } from "../base/path.ts";
import type { Schema } from "./schema.ts";
import type { SyntaxRuleId } from "./syntax-rules.ts";

/** All that the schema says against one value. */
export interface Mistake {
  readonly path: Path;
  /** The value as the author wrote it, without defaults. */
  readonly value: unknown;
  readonly schema: Schema;
  readonly errors: readonly ErrorObject[];
}

/** An error about the shape of a blueprint. */
export function shapeError(
  rule: SyntaxRuleId,
  at: Location,
  message: string,
  hint: string | null = null,
): Diagnostic {
  return { rule, severity: "error", message, at, hint };
}

/** The values of one parameter of all errors of a keyword. */
export function paramsOf({ errors }: Mistake, keyword: string, param: string): readonly string[] {
  return errors.filter((error) => error.keyword === keyword).map((error) => String(error.params[param]));
}

/** True when the schema's keyword is violated. */
export function violates({ errors }: Mistake, keyword: string): boolean {
  return errors.some((error) => error.keyword === keyword);
}
