// What a terminal or an editor would not show as it is: Unicode Technical Report 36, section 3.5.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

/** The VPC's id: a shell variable that the runbook's first step sets. */
export const VPC_FILTER = '"Name=vpc-id,Values=$VPC"';

/**
 * Text as one word of a Bash command line, whatever is in it. Plain words stay as they are; text with control or
 * invisible characters is written with `$'…'` escapes, so that the line shows what it does.
 */
export function shellQuote(text: string): string {
  if (/^[A-Za-z0-9_@%+=:,./-]+$/.test(text)) return text;
  if (!UNSAFE.test(text)) return `'${text.replaceAll("'", "'\\''")}'`;
  const escaped = Array.from(text, (character) => {
    if (character === "'" || character === "\\") return `\\${character}`;
    if (!UNSAFE.test(character)) return character;
    const code = character.codePointAt(0) ?? 0;
    return `\\U${code.toString(16).padStart(8, "0")}`;
  });
  return `$'${escaped.join("")}'`;
}

/** A `Name=…,Values=…` filter of the AWS CLI as one word of a command line; the values are meant literally. */
export function cliFilter(name: string, ...values: readonly string[]): string {
  const literal = values.map((value) => value.replace(/[\\*?]/g, "\\$&"));
  return shellQuote(`Name=${name},Values=${literal.map(cliValue).join(",")}`);
}

/** A `--query` of the AWS CLI with its word: always quoted, for its backticks and brackets. */
export function cliQuery(expression: string): string {
  return `--query '${expression.replaceAll("'", "'\\''")}'`;
}

/** A value in the shorthand syntax of the AWS CLI, where commas, quotes and brackets have a meaning. */
function cliValue(value: string): string {
  if (/^[A-Za-z0-9_.:/-]+$/.test(value)) return value;
  return `"${value.replace(/[\\"]/g, "\\$&")}"`;
}
