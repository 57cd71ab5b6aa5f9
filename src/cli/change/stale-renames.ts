import { atValue, type Diagnostic } from "../../base/diagnostic.ts";
import type { Path } from "../../base/path.ts";
import type { StackOutput } from "../../change/types.ts";
import type { Move } from "../../model/migration/renames/pair-addresses.ts";
import type { Network } from "../../model/types/network.ts";
import type { Finding } from "../../reports/findings/finding.ts";
import type { Wanted } from "../find-lost-parts.ts";

/** The stack of before of that name; null where there is none. */
type Before = (stack: string) => StackOutput | null;

type State = "to come" | "done" | "nothing";

/**
 * What is wrong with the old names that blueprints write: a warning where nothing had the name, a note where the state has
 * moved already in what this is held against. Terraform moves nothing in either case, and says nothing.
 */
export function staleRenamesOf(
  { networks, locate }: Pick<Wanted, "networks" | "locate">,
  moves: ReadonlyMap<string, readonly Move[]>,
  before: Before,
): readonly Finding[] {
  return networks.flatMap((network) =>
    staleRenames(network, moves.get(network.name) ?? [], before).map((diagnostic) =>
      locate(network.name, diagnostic),
    ),
  );
}

function staleRenames(
  { name, renamedFrom, renames, environment }: Network,
  moves: readonly Move[],
  before: Before,
): readonly Diagnostic[] {
  if (renames === null && renamedFrom === null) return [];
  const [own, former] = [before(name), renamedFrom === null ? null : before(renamedFrom)];
  const ofStack: State = former !== null ? "to come" : own === null ? "nothing" : "done";
  return [
    ...(renamedFrom === null ? [] : judge(ofStack, [], "the stack", renamedFrom, name, environment)),
    ...(renames?.list ?? []).flatMap(({ path, word, from, to, mark }) => {
      const ofThing = moves.filter(({ marked }) => marked.includes(mark));
      return judge(stateOf(ofThing, own ?? former), path, word, from, to);
    }),
  ];
}

/** How far the moves of one renamed thing are; what makes no resource has nothing to move. */
function stateOf(moves: readonly Move[], before: StackOutput | null): State {
  const has = (address: string) => before?.resources.has(address) === true;
  if (moves.length === 0 || moves.some(({ from }) => has(from))) return "to come";
  // Without the block, what has the new name already had it all the time.
  const hasMoved = ({ from, to }: Move) => has(to) && before?.moved.get(to) === from;
  return moves.some(hasMoved) ? "done" : "nothing";
}

function judge(
  state: State,
  path: Path,
  word: string,
  from: string,
  to: string,
  environment: Network["environment"] = null,
): readonly Diagnostic[] {
  const at = atValue([...path, "renamedFrom"]);
  if (state === "to come") return [];
  if (state === "done")
    return [
      {
        rule: "change/renamed-from-done",
        severity: "note",
        message: `${word} "${to}" has its new name already in what this is compared with`,
        at,
        hint: "once that is applied everywhere, take renamedFrom out",
      },
    ];
  return [
    {
      rule: "change/renamed-from-nothing",
      severity: "warning",
      message: `${word} "${to}" is renamed from "${from}", but what this is compared with has none of that name: nothing is moved`,
      at,
      hint:
        environment === null
          ? "write the name that it has there, or take renamedFrom out"
          : `write the name that it has there in environments.${environment.name} (outside of environments it ends in the environment's name), or take renamedFrom out`,
    },
  ];
}
