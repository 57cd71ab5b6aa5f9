import type { HandOver } from "../../types/references.ts";

/** The name of the SSM parameter that holds an output, or one entry of an output that is a map. */
export function parameterName(
  { prefix }: Extract<HandOver, { kind: "parameters" }>,
  output: string,
  key: string | null,
): string {
  return [prefix, output, ...(key === null ? [] : [key])].join("/");
}
