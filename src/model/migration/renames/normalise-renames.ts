import { type Diagnostic, hasErrors } from "../../../base/diagnostic.ts";
import { invariant } from "../../../base/invariant.ts";
import { isRecord } from "../../../base/untrusted-json.ts";
import type { Blueprint } from "../../../blueprint/blueprint.generated.ts";
import { type Context, report } from "../../context.ts";
import type { Network } from "../../types/network.ts";
import type { Rename, Renames } from "../../types/renames.ts";
import { findRenames } from "./find-renames.ts";
import { withMarks, withoutMarks } from "./with-names.ts";

/** Normalises a blueprint without renames. */
type Normalise = (blueprint: Blueprint) => {
  readonly network: Network | null;
  readonly diagnostics: readonly Diagnostic[];
};

/** What is renamed, and the network under other names; null where nothing is, or where an old name is reported. */
export function normaliseRenames(
  context: Context,
  blueprint: Blueprint,
  normalise: Normalise,
): Renames | null {
  const list = findRenames(blueprint);
  if (list.length === 0) return null;
  const refused = list.filter((rename, index) => isRefused(context, blueprint, rename, list.slice(0, index)));
  if (refused.length > 0) return null;
  const marked = withMarks(blueprint, list, (one) => normalise(one).diagnostics);
  return {
    list,
    marked: networkOf(normalise(marked)),
    former: networkOf(normalise(withoutMarks(marked, list, ({ from }) => from))),
  };
}

/** Reports an old name that Terraform could not move from. */
function isRefused(
  context: Context,
  blueprint: Blueprint,
  { path, word, from, to }: Rename,
  others: readonly Rename[],
): boolean {
  const siblings = path.slice(0, -1).reduce<unknown>((value, step) => Object(value)[step], blueprint);
  invariant(isRecord(siblings), `no ${path.join(".")}`);
  const twin = others.find(
    (other) => other.from === from && other.path.slice(0, -1).join() === path.slice(0, -1).join(),
  );
  const why =
    from === to
      ? "which is its own name"
      : Object.hasOwn(siblings, from)
        ? "which is still there"
        : twin !== undefined
          ? `and so is "${twin.to}"`
          : null;
  if (why === null) return false;
  const message = `${word} "${to}" is renamed from "${from}", ${why}`;
  report(context, "model/renamed-from", [...path, "renamedFrom"], message, HINT);
  return true;
}

const HINT =
  "write the name that the thing had where it was applied last; names change places in two steps, each applied";

function networkOf({ network, diagnostics }: ReturnType<Normalise>): Network {
  const [error] = diagnostics.filter(({ severity }) => severity === "error");
  invariant(network !== null && !hasErrors(diagnostics), `under other names: ${error?.message}`);
  return network;
}
