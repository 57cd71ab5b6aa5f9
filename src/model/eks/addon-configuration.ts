import { parse } from "yaml";

/** True when the text is an object. EKS reads YAML too, of which JSON is a part. */
export function isConfiguration(text: string): boolean {
  try {
    const value: unknown = parse(text, { logLevel: "error", uniqueKeys: false });
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
