import type { NamedOutput } from "../types/outputs.ts";
import { DNS_OUTPUTS } from "./dns-outputs.ts";
import { NETWORK_OUTPUTS } from "./network-outputs.ts";
import type { NetworkToShow, OutputKind } from "./output-kind.ts";
import { SERVICE_OUTPUTS } from "./service-outputs.ts";

/** Every kind of output that names an entity. */
export const OUTPUT_KINDS: Readonly<Record<NamedOutput, OutputKind>> = {
  ...NETWORK_OUTPUTS,
  ...SERVICE_OUTPUTS,
  ...DNS_OUTPUTS,
};

/** Why a network has nothing to show for an output of the kind and name; null when it has, or has no such entity. */
export function whyNothingToShow(network: NetworkToShow, kind: NamedOutput, name: string): string | null {
  return OUTPUT_KINDS[kind].whyEmpty?.(network, name) ?? null;
}
