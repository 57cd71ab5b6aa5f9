// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's

import fc from "fast-check";

/** Texts that a template language, CDKTF, JSON or JavaScript would take for something else. */
export const HOSTILE_TEXTS: readonly string[] = [
  "${aws_vpc.main.id}",
  "$${already.escaped}",
  "$$${three}",
  "%{ if true }yes%{ endif }",
  "%%{ for x in y }",
  "${TfToken[TOKEN.0]}",
  "a ${TfToken[TOKEN.1]} b ${TfToken[TOKEN.2]}",
  "#{TfToken[TOKEN.1]}",
  "&{TfToken[TOKEN.3]}",
  "TfToken[",
  "String Map Token Value",
  "Any Map Token Value",
  // CDKTF's numbers for its tokens 0, 1 and 5, and for lists.
  "-8.109562212591379e+298",
  "x -81.0956221259138e+297, -8.109562212591383e+298e1 y",
  "-1.8881545897087498e+289",
  "__proto__",
  "constructor",
  "//",
  "say \"hello\" \\ \\n 'x'",
  "line one\nline two\r\n\ttabbed",
  "]] }} ${ %{ }",
  "$",
  "ends with $",
  "%",
  "${",
  "\uE000 \uE000b \uE000l \uE000\uE000b",
  "emoji 🦊 and ünïcode",
  "",
];

/** Texts made of the pieces that matter, so that chance finds their combinations. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        ...[
          "$",
          "{",
          "%",
          "TfToken",
          "[",
          "]}",
          "TOKEN.0",
          "\uE000",
          "b",
          "l",
          "-8.109562212591379",
          "e+298",
          "\n",
        ],
      ),
    )
    .map((parts) => parts.join("")),
  fc.constantFrom(...HOSTILE_TEXTS),
);

/** The text that Terraform makes of a string in JSON syntax without interpolations; throws when there is one. */
export function terraformText(json: string): string {
  let text = "";
  for (let here = 0; here < json.length; ) {
    const rest = json.slice(here);
    if (rest.startsWith("${") || rest.startsWith("%{"))
      throw new Error(`a template in ${JSON.stringify(json)}`);
    const isEscape = rest.startsWith("$${") || rest.startsWith("%%{");
    text += isEscape ? rest.slice(1, 3) : rest.charAt(0);
    here += isEscape ? 3 : 1;
  }
  return text;
}
