import { didYouMean } from "../../base/did-you-mean.ts";
import type { StackOutput } from "../../change/types.ts";
import type { OutputSides } from "../output-sides.ts";
import type { Terminal } from "../terminal.ts";

/** Says which values of `--allow` name no stack and no resource of either side, and so allow nothing. */
export function sayUnknownAllowed(
  allow: readonly string[],
  { before, after }: Pick<OutputSides, "before" | "after">,
  terminal: Pick<Terminal, "err">,
): void {
  const known = new Set([...before, ...after].flatMap(namesIn));
  for (const one of allow.filter((name) => !known.has(name))) {
    const hint = didYouMean(one, known, "it is `<address>`, `<stack>:<address>` or a stack");
    terminal.err(`hextet: --allow ${JSON.stringify(one)} names nothing that is there: ${hint}\n`);
  }
}

function namesIn({ name, resources }: StackOutput): readonly string[] {
  return [name, ...[...resources.keys()].flatMap((address) => [address, `${name}:${address}`])];
}
