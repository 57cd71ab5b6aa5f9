import type { AddressFamily } from "../../base/prefix.ts";
import type { Block } from "../topology/block.ts";
import type { Node } from "../topology/nodes.ts";
import type { Party } from "./packet.ts";
import type { DnsStep } from "./trace.ts";

/** What an answer leads to. */
type NameTarget =
  | { readonly kind: "node"; readonly node: Node }
  | { readonly kind: "block"; readonly block: Block }
  /** A server outside, of which a source tells that it is there. */
  | { readonly kind: "server"; readonly service: Party["service"] };

/** One record that a client gets. */
export interface NameAnswer {
  readonly family: AddressFamily;
  readonly kind: DnsStep["answers"][number]["kind"];
  readonly target: NameTarget;
}
