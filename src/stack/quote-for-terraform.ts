/**
 * What stands between the quotes of a string inside an expression: text of which template sequences are escaped already,
 * with all else escaped that would end the string or cannot be in one.
 */
export function quoteForTerraform(escaped: string): string {
  return escaped
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t")
    .replace(/\p{Cc}/gu, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
