// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's

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
  "-1.8881545897087503e+289",
  "x -18.881545897087503e288, -1.8881545897087503e+289 y",
  "-5.6294995e+269",
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
