import type { StackChange } from "../../change/types.ts";
import type { Network } from "../../model/types/network.ts";

/** A stack that is new among those that change. */
export type AddedStack = Pick<Network, "name" | "environment" | "awsNameIsWritten">;

/** The stacks that are new among those that change. */
export function addedStacks(
  changes: readonly StackChange[],
  networks: readonly AddedStack[],
): readonly AddedStack[] {
  const names = new Set(changes.flatMap(({ kind, name }) => (kind === "added" ? [name] : [])));
  return networks.filter(({ name }) => names.has(name));
}

/**
 * What to write where a new stack is one that is gone, as the beginning of a hint. A blueprint that gets environments keeps
 * the stack it was as one of them, by its name; renamedFrom outside of them would end in each environment's name.
 */
export function ifTheSame(gone: string, added: readonly AddedStack[]): string {
  const [first] = added;
  if (first === undefined) return "";
  const own = added.filter(({ environment }) => environment?.blueprint === gone);
  if (own.length > 0) {
    const places = anyOf(own.map(placeOf));
    const aws = own.some(({ awsNameIsWritten }) => awsNameIsWritten) ? " and the awsName it had" : "";
    return `its blueprint has environments now: if one of them is that stack, write name: ${gone}${aws} in ${places}, and it keeps its folder and, with the same backend, its state; otherwise `;
  }
  const names = anyOf(added.map(({ name }) => JSON.stringify(name)));
  const isInEnvironment = added.some(({ environment }) => environment !== null);
  const where = isInEnvironment ? anyOf(added.map(placeOf)) : "its blueprint";
  return `if ${names} is the same stack, write renamedFrom: ${gone} in ${where}; otherwise `;
}

function placeOf({ environment }: AddedStack): string {
  return environment === null ? "its blueprint" : `environments.${environment.name}`;
}

function anyOf(words: readonly string[]): string {
  return [...new Set(words)].join(" or ");
}
