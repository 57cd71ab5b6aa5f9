/**
 * A private-use character that, with the letter after it, stands in escaped text for what it is not: `MARK b` is a
 * break that hides a word from CDKTF, `MARK l` is the character itself. `removeMarks` takes both back.
 */
const MARK = "\uE000";
const BREAK = `${MARK}b`;
const LITERAL_MARK = `${MARK}l`;

/** What CDKTF 0.21 looks for in every string and map key, and the one key that JavaScript objects swallow. */
const CDKTF_WORDS = /TfToken(?=\[)|(?:String|Any) Map Token(?= Value)|__proto(?=__)/g;

/** CDKTF's own pattern for numbers that may stand for a token; only numbers of enormous size do. */
const CDKTF_NUMBERS = /[-|\d|.+]+(?:e[-|\d|.|e|E|+]+)/g;
const SMALLEST_TOKEN_NUMBER = 1e200;

/**
 * Deep copy of plain data in which all text, map keys too, means itself in Terraform's JSON syntax (`${` and `%{` are
 * escaped) and never looks like a token to CDKTF. Escaped text must not go into `Fn`, which would escape it again.
 */
export function escapeTemplates<T>(value: T): T;
export function escapeTemplates(value: unknown): unknown {
  return mapText(value, escapeText);
}

/** Deep copy of plain data without the marks that hid text from CDKTF; the template escapes stay. */
export function removeMarks<T>(value: T): T;
export function removeMarks(value: unknown): unknown {
  return mapText(value, withoutMarks);
}

/** Escaped text as the author wrote it: for text that is encoded before Terraform sees it, such as user data. */
export function unescapeTemplates(text: string): string {
  return withoutMarks(text)
    .replaceAll("$${", () => "${")
    .replaceAll("%%{", "%{");
}

/** Most text has nothing of all this. */
const MAY_CHANGE = /\uE000|[$%]\{|TfToken\[|Map Token Value|__proto__|[-|\d.+]e[-|\d.eE+]/;

function escapeText(text: string): string {
  if (!MAY_CHANGE.test(text)) return text;
  return text
    .replaceAll(MARK, LITERAL_MARK)
    .replaceAll("${", () => "$${")
    .replaceAll("%{", "%%{")
    .replace(CDKTF_WORDS, (word) => `${word}${BREAK}`)
    .replace(CDKTF_NUMBERS, hideTokenNumber);
}

function hideTokenNumber(text: string): string {
  const isToken = Math.abs(Number.parseFloat(text)) >= SMALLEST_TOKEN_NUMBER;
  return isToken ? text.replaceAll("e", `${BREAK}e`) : text;
}

function withoutMarks(text: string): string {
  return text.replaceAll(BREAK, "").replaceAll(LITERAL_MARK, MARK);
}

function mapText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => mapText(item, change));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [change(key), mapText(item, change)]));
}

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
