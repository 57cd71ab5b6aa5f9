import { invariant } from "../../base/invariant.ts";
import { importedArguments } from "./kept-arguments.ts";

/** What of an imported resource of the type stays what it is. Throws for a type that cannot be imported. */
export function keptArgumentsOf(type: string): readonly string[] {
  const found = importedArguments[type];
  invariant(found !== undefined, `nobody decided the arguments of an imported ${type}`);
  return found.kept;
}
