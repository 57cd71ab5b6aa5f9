import type { Block } from "../topology/block.ts";
import { knownBlock } from "./blocks.ts";
import type { Reading } from "./reading.ts";
import { referents } from "./referents.ts";

/** A prefix list: blocks, AWS's list of a service, or one whose blocks are not known. */
type PrefixList =
  | { readonly kind: "blocks"; readonly blocks: readonly Block[] }
  | { readonly kind: "service"; readonly service: string }
  | { readonly kind: "unknown" };

/** By the topology's id. */
export type PrefixLists = ReadonlyMap<string, PrefixList>;

/** The prefix lists of a document with their entries, inline and separate. */
export function readPrefixLists(reading: Reading): PrefixLists {
  const entries = separateEntries(reading);
  const found = new Map<string, PrefixList>();
  for (const resource of reading.index.ofType(...referents.prefixList.types)) {
    const fields = reading.fields(resource);
    const name = fields.text("name");
    const service = name.kind === "known" ? serviceOf(name.value) : null;
    if (service !== null) {
      found.set(resource.address, { kind: "service", service });
      continue;
    }
    const inline = fields.blocks(resource.mode === "data" ? "entries" : "entry");
    const texts = inline.known.map((entry) => entry.text("cidr"));
    const separate = entries.get(resource.address) ?? [];
    const blocks = [
      ...texts.map((text) => (text.kind === "known" ? knownBlock(text.value) : null)),
      ...separate,
    ];
    const known = blocks.filter((block) => block !== null);
    const isKnown = inline.isComplete && known.length === blocks.length && !entries.has(ANYWHERE);
    found.set(resource.address, isKnown ? { kind: "blocks", blocks: known } : { kind: "unknown" });
  }
  return found;
}

/** Entries whose list is known after apply only may be in any. */
const ANYWHERE = "";

function separateEntries(reading: Reading): ReadonlyMap<string, readonly (Block | null)[]> {
  const found = new Map<string, (Block | null)[]>();
  for (const resource of reading.index.ofType("aws_ec2_managed_prefix_list_entry")) {
    const list = reading.one(resource, referents.prefixList, "prefix_list_id");
    const cidr = reading.fields(resource).text("cidr");
    const id = list.kind === "one" ? list.id : ANYWHERE;
    const block = cidr.kind === "known" ? knownBlock(cidr.value) : null;
    found.set(id, [...(found.get(id) ?? []), block]);
  }
  return found;
}

/** The service of AWS's own list: `s3` of `com.amazonaws.eu-west-1.s3`. */
export function serviceOf(name: string): string | null {
  const [, service] = /^com\.amazonaws\.(?:[a-z]{2,}(?:-[a-z]+)+-\d+|global)\.(.+)$/.exec(name) ?? [];
  return service ?? null;
}
