import { parse } from "yaml";
import { looksLikeIpv6 } from "../../blueprint/unquoted-ipv6.ts";

/**
 * True for a text that a reader of YAML 1.1, as many tools are, or of YAML 1.2 takes for something else when it is not
 * quoted, such as a number or a day; and for IPv6, which one more colon or a brace tears apart.
 */
export function needsQuotes(text: string): boolean {
  if (text.includes("\n")) return false;
  return text === "" || looksLikeIpv6(text) || READERS.some((version) => !isText(text, version));
}

const READERS = ["1.1", "1.2"] as const;

function isText(text: string, version: "1.1" | "1.2"): boolean {
  try {
    const value: unknown = parse(text, { version, logLevel: "silent" });
    return value === text;
  } catch {
    return false;
  }
}
