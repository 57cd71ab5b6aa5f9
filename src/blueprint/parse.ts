import { Composer, type CST, type Document, Lexer, type ParsedNode, Parser } from "yaml";
import { type Diagnostic, THE_FILE } from "../base/diagnostic.ts";
import { findForbiddenCharacters } from "./forbidden-characters.ts";
import { explainParseErrors, findConflict, syntaxError } from "./syntax-diagnostics.ts";
import type { SyntaxRuleId } from "./syntax-rules.ts";

/** How many maps and lists may lie in each other. */
export const MAX_DEPTH = 64;

/** UTF-16 units: far more than any blueprint has, little enough to be read at once. */
const MAX_LENGTH = 2_097_152;

/** Words, signs and line ends: a blueprint of a megabyte has fewer, and a text of nothing but brackets takes seconds. */
const MAX_LEXEMES = 500_000;

/** The parser's stack holds the document and the scalar being read too. */
const collectionTypes: ReadonlySet<string> = new Set(["block-map", "block-seq", "flow-collection"]);

const SPLIT = "split it into several blueprints: one file is one stack";

/** A YAML document, or the reasons why there is none. */
export type Parsed =
  | { readonly document: Document<ParsedNode>; readonly diagnostics: readonly [] }
  | { readonly document: null; readonly diagnostics: readonly Diagnostic[] };

/** Parses one YAML 1.2 document (core schema, no merge keys); never throws, whatever the text. */
export function parseYaml(text: string): Parsed {
  const unreadable = refuseText(text);
  if (unreadable.length > 0) return { document: null, diagnostics: unreadable };
  const conflict = findConflict(text);
  if (conflict !== null) return { document: null, diagnostics: [conflict] };
  const { tokens, refusal } = tokenize(text);
  if (refusal !== null) return { document: null, diagnostics: [refusal] };
  const document = compose(tokens, text.length);
  const diagnostics = [...refuseTokens(tokens), ...explainParseErrors(document?.errors ?? [], text)];
  if (diagnostics.length > 0) return { document: null, diagnostics };
  if (document === null || isEmpty(document)) return { document: null, diagnostics: [EMPTY] };
  return { document, diagnostics: [] };
}

function refuseText(text: string): readonly Diagnostic[] {
  if (text.length > MAX_LENGTH) {
    const message = `the blueprint has ${text.length} characters, more than ${MAX_LENGTH}`;
    return [aboutFile("yaml/too-large", message, SPLIT)];
  }
  return findForbiddenCharacters(text).map(({ offset, words }) =>
    syntaxError("yaml/forbidden-character", offset, offset + 1, `${words} is not allowed`, "delete it"),
  );
}

interface Tokens {
  readonly tokens: readonly CST.Token[];
  /** Why the rest was not looked at, or null. */
  readonly refusal: Diagnostic | null;
}

/** The parser keeps open collections on a stack of its own: watching it stops deep nesting before anything recurses. */
function tokenize(text: string): Tokens {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    count += 1;
    if (count > MAX_LEXEMES) return { tokens, refusal: tooMuch(parser.offset) };
    const tooDeepAt = depthExceededAt(parser.stack);
    if (tooDeepAt !== null) return { tokens, refusal: tooDeep(tooDeepAt) };
  }
  tokens.push(...parser.end());
  return { tokens, refusal: null };
}

/** Where the first collection begins which lies too deep, or null. */
function depthExceededAt(stack: readonly CST.Token[]): number | null {
  if (stack.length <= MAX_DEPTH) return null;
  const collections = stack.filter(({ type }) => collectionTypes.has(type));
  return collections[MAX_DEPTH]?.offset ?? null;
}

/** The first document; its errors include those of the stream, so that nothing behind it is lost. */
function compose(tokens: readonly CST.Token[], length: number): Document<ParsedNode> | null {
  const composer = new Composer<ParsedNode>({
    version: "1.2",
    schema: "core",
    strict: true,
    // Duplicates are reported with both places when the data is read.
    uniqueKeys: false,
    merge: false,
    resolveKnownTags: false,
    prettyErrors: false,
    logLevel: "silent",
  });
  for (const document of composer.compose(tokens, true, length)) return document;
  return null;
}

function refuseTokens(tokens: readonly CST.Token[]): readonly Diagnostic[] {
  const directives = tokens.filter((token) => token.type === "directive");
  const [, second] = tokens.filter((token) => token.type === "document");
  const diagnostics = directives.map((token) =>
    syntaxError(
      "yaml/syntax",
      token.offset,
      token.offset + token.source.length,
      "directives have no meaning here",
      "leave the line out",
    ),
  );
  if (second === undefined) return diagnostics;
  const hint = "one file is one stack: move the second document to a file of its own";
  const found = syntaxError(
    "yaml/multiple-documents",
    second.offset,
    second.offset + 3,
    "a second document begins here",
    hint,
  );
  return [...diagnostics, found];
}

function tooMuch(offset: number): Diagnostic {
  const message = `the blueprint has more than ${MAX_LEXEMES} words and signs up to here`;
  return syntaxError("yaml/too-large", offset, offset + 1, message, SPLIT);
}

function tooDeep(offset: number): Diagnostic {
  return syntaxError(
    "yaml/too-deep",
    offset,
    offset + 1,
    `more than ${MAX_DEPTH} maps and lists lie in each other here`,
  );
}

function isEmpty({ contents }: Document<ParsedNode>): boolean {
  return contents === null || ("source" in contents && contents.source === "");
}

const EMPTY = aboutFile("yaml/empty", "the blueprint is empty", 'begin with "apiVersion: hextet/v1"');

function aboutFile(rule: SyntaxRuleId, message: string, hint: string): Diagnostic {
  return { rule, severity: "error", message, at: THE_FILE, hint };
}
