import type { Scalar } from "yaml";
import { atRange } from "../base/diagnostic.ts";
import type { Path } from "../base/path.ts";
import { findForbiddenCharacters } from "./forbidden-characters.ts";
import type { Reading } from "./reading.ts";
import type { Range } from "./source.ts";
import { syntaxError } from "./syntax-diagnostics.ts";
import { looksLikeIpv6, quoteHint } from "./unquoted-ipv6.ts";

/** The value of a scalar; reports what YAML reads differently from what stands there. */
export function readScalar(reading: Reading, node: Scalar.Parsed, path: Path, range: Range): unknown {
  const { value } = node;
  if (typeof value === "number") checkNumber(reading, node.source, value, path, range);
  if (typeof value === "string" && node.type === "PLAIN") checkAddress(reading, value, range);
  if (typeof value === "string" && node.type === "QUOTE_DOUBLE") checkEscapes(reading, value, path, range);
  return value;
}

/** `0x10`, `1e3`, `010`, `.inf` or a number with too many digits: other readers of YAML may see something else. */
function checkNumber(reading: Reading, source: string, value: number, path: Path, range: Range): void {
  if (String(value) === source) return;
  const [message, hint] = Number.isFinite(value)
    ? [`${source} is read as the number ${value}`, `write ${value}, or "${source}" if it is a text`]
    : [`${source} is not a number that can be used`, null];
  reading.diagnostics.push(syntaxError("yaml/number", range.start, range.end, message, hint));
  reading.misread.push(path);
}

/** Read rightly here, but `::` alone or at the end is torn apart, and older readers tear more. */
function checkAddress(reading: Reading, value: string, range: Range): void {
  if (!looksLikeIpv6(value)) return;
  reading.diagnostics.push({
    rule: "yaml/unquoted-ipv6",
    severity: "warning",
    message: `the IPv6 address ${value} is not quoted`,
    at: atRange(range.start, range.end),
    hint: quoteHint(value),
  });
}

/** What the text does not show, an escape such as `\u202e` can still bring in. */
function checkEscapes(reading: Reading, value: string, path: Path, range: Range): void {
  const [found] = findForbiddenCharacters(value);
  if (found === undefined) return;
  const message = `${found.words} is not allowed`;
  reading.diagnostics.push(syntaxError("yaml/forbidden-character", range.start, range.end, message));
  reading.misread.push(path);
}
