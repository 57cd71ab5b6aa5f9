import { quoteForTerraform, unescapeTemplates } from "../escape-templates.ts";

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
