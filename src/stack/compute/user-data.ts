import { unescapeTemplates } from "../escape-templates.ts";

/**
 * Escaped user data as base64, such that the guest receives exactly the author's text. Written as the expression
 * `base64encode("<text>")`, so that reviewers of the generated JSON read the script and not its encoding; except where
 * Terraform would change the text, for it brings every string to Unicode's NFC form.
 *
 * cdktf's own `Fn.base64encode` is no use here: it escapes neither quotes nor backslashes, and escapes `${` again.
 */
export function encodedUserData(escaped: string): string {
  const text = unescapeTemplates(escaped);
  if (text !== text.normalize("NFC")) return Buffer.from(text, "utf8").toString("base64");
  return `\${base64encode("${quoteForTerraform(escaped)}")}`;
}

/** Escapes what a quoted Terraform string cannot hold, save template sequences, which are escaped already. */
function quoteForTerraform(escaped: string): string {
  return escaped
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t")
    .replace(/\p{Cc}/gu, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
