import { providerArguments } from "../../aws/provider-arguments.generated.ts";
import { youngerArguments } from "../../aws/younger-arguments.ts";
import { invariant } from "../../base/invariant.ts";
import { standingOf } from "../../model/hooks/argument-standing.ts";
import { importedArguments } from "./kept-arguments.ts";

/**
 * What of an imported resource of the type stays what it is. Arguments younger than the oldest provider that is
 * supported are named only where every version that the constraint allows has them, for Terraform refuses to ignore
 * what the provider in use does not know. Throws for a type that cannot be imported.
 */
export function keptArgumentsOf(type: string, constraint: string): readonly string[] {
  const found = importedArguments[type];
  invariant(found !== undefined, `nobody decided the arguments of an imported ${type}`);
  const younger = youngerKept(type).filter(({ since }) => standingOf(since, constraint) === "present");
  return [...found.kept, ...younger.map(({ name }) => name)].sort();
}

/** The younger arguments that an imported resource of the type keeps, with the versions that have them. @internal exported for its page */
export function youngerKept(type: string) {
  return Object.entries(youngerArguments)
    .filter(([argument, { isKept }]) => isKept && argument.startsWith(`${type}.`))
    .map(([argument]) => ({
      name: argument.slice(type.length + 1),
      since: providerArguments[argument as keyof typeof providerArguments],
    }));
}
