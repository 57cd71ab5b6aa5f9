import { byText, compareTexts } from "../../base/compare-texts.ts";
import { compareAddresses, typeAt, withoutKeys } from "./addresses.ts";
import type { OldPlan } from "./read-old-plan.ts";
import type { Given, Shares } from "./share-out.ts";

/** What hands resources over: blocks for a file, and commands for what no block can say. */
export interface HandoverBlocks {
  /** Terraform JSON; null where it would have no block. */
  readonly json: object | null;
  readonly removed: number;
  readonly moved: number;
  /** How many keep their address: no block is about them, and nothing imports them. */
  readonly staying: number;
  /** What has to leave its old address by `terraform state mv`, before anything is planned, for another resource gets that. */
  readonly stateMv: readonly { readonly from: string; readonly to: string }[];
  /** Addresses, sorted, that `terraform state rm` has to take out of the old state. */
  readonly stateRm: readonly string[];
}

/**
 * Blocks for exactly what is given. Two states: `removed` blocks for the old configuration, without destroying. One
 * state: `moved` blocks for the new one; what changes its type is forgotten at its old address, and imported. A `removed`
 * block takes no instance keys, so that of a resource of which a part stays, instances have to go by a command.
 */
export function handoverBlocks(shares: Shares, old: OldPlan, isSameState: boolean): HandoverBlocks {
  const moves = isSameState ? shares.given.filter(isMovable) : [];
  const stateMv = movesAside(moves, shares);
  const aside = new Map(stateMv.map(({ from, to }) => [from, to]));
  const gone = shares.given.filter((one) => !moves.includes(one)).map(({ resource }) => resource.address);
  const staying = new Set(
    [...shares.left, ...shares.referred, ...moves].map(({ resource }) => withoutKeys(resource.address)),
  );
  const isSayable = (address: string) => old.knowsRemoved && !staying.has(withoutKeys(address));
  const removed = [...new Set(gone.filter(isSayable).map(withoutKeys))].sort(compareTexts);
  const moved = moves
    .filter(({ resource, to }) => resource.address !== to)
    .map(({ resource: { address }, to }) => ({ from: aside.get(address) ?? address, to }));
  const blocks = {
    ...(removed.length === 0
      ? {}
      : { removed: removed.map((from) => ({ from, lifecycle: { destroy: false } })) }),
    ...(moved.length === 0 ? {} : { moved: moved.sort(byText(({ to }) => to)) }),
  };
  return {
    json: removed.length + moved.length === 0 ? null : { "//": ABOUT, ...blocks },
    removed: removed.length,
    moved: moved.length,
    staying: moves.length - moved.length,
    stateMv,
    stateRm: gone.filter((address) => !isSayable(address)).sort(compareAddresses),
  };
}

const ABOUT =
  "Written by hextet adopt: hands resources over to another stack without touching AWS. Once it is applied everywhere, it can go.";

/** Terraform moves a resource to any address of the same type. */
function isMovable({ resource, to, isImported }: Given): boolean {
  return isImported && typeAt(to) === typeAt(resource.address);
}

/**
 * Terraform refuses a `moved` block from an address that is still declared. Where the new stack has another resource at
 * an old address, what stands there goes to one that nothing has.
 */
function movesAside(moves: readonly Given[], { given, left, referred }: Shares): HandoverBlocks["stateMv"] {
  const declared = new Set(given.map(({ to }) => to));
  const used = new Set([
    ...declared,
    ...[...given, ...left, ...referred].map(({ resource }) => resource.address),
  ]);
  return moves
    .filter(({ resource: { address }, to }) => address !== to && declared.has(address))
    .map(({ resource: { address } }) => ({ from: address, to: freeName(address, used) }));
}

function freeName(address: string, used: ReadonlySet<string>): string {
  const name = `${address}-handed-over`;
  return used.has(name) ? freeName(name, used) : name;
}
