/** A POSIX shell word that means exactly the text: nothing in it is expanded. The text must not hold NUL. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/**
 * A PowerShell expression that means exactly the text. PowerShell takes typographic single quotes for single quotes,
 * and the launch agent ends its block at the first `</powershell>`: no `</` of a text is left whole.
 */
export function powershellString(text: string): string {
  const quoted = `'${text.replace(/['\u2018-\u201b]/g, "$&$&")}'`;
  return quoted.includes("</") ? `(${quoted.replaceAll("</", "<' + '/")})` : quoted;
}

/** What stands between the second and the third `#` of a `sed` command `s#...#...#` and puts exactly the text. */
export function sedReplacement(text: string): string {
  return text.replace(/[\\&#\n]/g, "\\$&");
}
