import type { YAMLParseError } from "yaml";
import { atRange, type Diagnostic } from "../base/diagnostic.ts";
import { countLines } from "../base/lines.ts";
import type { SyntaxRuleId } from "./syntax-rules.ts";
import { ipv6At, quoteHint } from "./unquoted-ipv6.ts";

interface Words {
  readonly rule: SyntaxRuleId;
  readonly message: string;
  readonly hint: string | null;
}

/** An error at a stretch of the text. */
export function syntaxError(
  rule: SyntaxRuleId,
  start: number,
  end: number,
  message: string,
  hint: string | null = null,
): Diagnostic {
  return { rule, severity: "error", message, at: atRange(start, end), hint };
}

/** What the YAML parser found, in plain words; of several errors on one line the first, as the others follow from it. */
export function explainParseErrors(errors: readonly YAMLParseError[], text: string): readonly Diagnostic[] {
  const lines = countLines(text);
  const seen = new Set<number>();
  const inOrder = [...errors].sort((a, b) => a.pos[0] - b.pos[0]);
  const found = inOrder.flatMap((error) => {
    const start = Math.min(error.pos[0], text.length);
    const { line, column } = lines(start);
    if (seen.has(line)) return [];
    seen.add(line);
    const { rule, message, hint } = explain(error, text, start, text.slice(start - column + 1, start));
    return [
      syntaxError(rule, start, Math.min(Math.max(error.pos[1], start + 1), text.length), message, hint),
    ];
  });
  // Once one line is indented by tabs, what follows is read as something else.
  const firstTab = found.findIndex(({ rule }) => rule === "yaml/tab");
  return firstTab === -1 ? found : found.slice(0, firstTab + 1);
}

/** The marks of a merge that git left undone: one finding for all of them; null when there are none. */
export function findConflict(text: string): Diagnostic | null {
  const start = /^<{7}(?: .*)?$/m.exec(text);
  const end = /^>{7}(?: .*)?$/m.exec(text);
  if (start === null || end === null || start.index > end.index) return null;
  const lines = countLines(text);
  const message = `a merge is not finished: two versions stand between here and line ${lines(end.index).line}`;
  const hint = "keep what is right of the two, and delete the lines of <, = and >";
  return syntaxError("yaml/conflict", start.index, start.index + start[0].length, message, hint);
}

function explain(error: YAMLParseError, text: string, start: number, lineBefore: string): Words {
  const address = ipv6At(text, start);
  if (address !== null) {
    const message = `the IPv6 address ${address} is not quoted`;
    return { rule: "yaml/unquoted-ipv6", message, hint: quoteHint(address) };
  }
  if (error.code === "TAB_AS_INDENT" || /^ *\t/.test(lineBefore)) {
    return {
      rule: "yaml/tab",
      message: "tab in the indentation",
      hint: "indent with spaces, here and in all lines that follow",
    };
  }
  if (error.code === "TAG_RESOLVE_FAILED") {
    return {
      rule: "yaml/tag",
      message: "tags such as !name have no meaning here",
      hint: "leave the tag out",
    };
  }
  return { rule: "yaml/syntax", ...explainSyntax(error) };
}

function explainSyntax(error: YAMLParseError): Omit<Words, "rule"> {
  switch (error.code) {
    case "BLOCK_AS_IMPLICIT_KEY":
    case "BLOCK_IN_FLOW":
      return {
        message: 'a second "key: value" where a plain value is expected',
        hint: "begin a new line, or quote a value with a colon in it",
      };
    case "MULTILINE_IMPLICIT_KEY":
      return { message: "this key runs over more than one line", hint: 'is a ":" missing after the key?' };
    case "MISSING_CHAR":
    case "BAD_INDENT":
      return { message: plain(error.message), hint: "look for a missing bracket, quote or indentation" };
    default:
      return { message: plain(error.message), hint: null };
  }
}

/** The parser's names for what is seen in the text. */
const tokenWords: readonly (readonly [RegExp, string])[] = [
  [/flow-map-start/g, "{"],
  [/flow-map-end/g, "}"],
  [/flow-seq-start/g, "["],
  [/flow-seq-end/g, "]"],
  [/map-value-ind/g, ":"],
  [/seq-item-ind/g, "-"],
  [/ at node end$/, " after the end of the value"],
  [/closing ['"]quote/, "closing quote"],
];

/** One line, in lower case, without a full stop. */
function plain(message: string): string {
  const line = (message.split("\n")[0] ?? "").trim().replace(/[.:]$/, "");
  const words = tokenWords.reduce((text, [name, word]) => text.replace(name, word), line);
  return words.charAt(0).toLowerCase() + words.slice(1);
}
