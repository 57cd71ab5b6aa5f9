import type { OutputValue } from "../../types/outputs.ts";
import type { NetworkToShow } from "../output-kind.ts";
import { OUTPUT_KINDS } from "../output-kinds.ts";

/** The keys of an output that is a map, sorted; none for other outputs. */
export function outputKeys(network: NetworkToShow, value: OutputValue): readonly string[] {
  if (!("name" in value)) return [];
  return OUTPUT_KINDS[value.kind].keys?.(network, value.name) ?? [];
}
