import { parseSync } from "oxc-parser";
import type { Instrumented, Mutant } from "./mutant.ts";
import { replacements } from "./replacements.ts";
import { child, childrenOf, isNode, type SyntaxNode } from "./syntax-node.ts";

/** Texts of a rule that no blueprint changes: they are read by people, and held by the documentation's golden. */
const METADATA = ["id", "severity", "title", "why", "sources"];

/** Puts a switch for every mutant into a TypeScript file; ids count from `firstId`. Throws when it has a syntax error. */
export function instrument(file: string, source: string, firstId: number): Instrumented {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const mutants: Mutant[] = [];
  const text = render(toNode(program), null);
  return { text, mutants };

  function render(node: SyntaxNode, parent: SyntaxNode | null): string {
    const plain = source.slice(node.start, node.end);
    if (isOpaque(node, parent)) return plain;
    let position = node.start;
    let inner = "";
    for (const part of childrenOf(node)) {
      inner += source.slice(position, part.start) + render(part, node);
      position = part.end;
    }
    return withSwitches(node, parent, inner + source.slice(position, node.end));
  }

  function withSwitches(node: SyntaxNode, parent: SyntaxNode | null, inner: string): string {
    if (node.type === "ContinueStatement") return `{ if (${isOn(node, "break;")}) break; ${inner} }`;
    if (isBody(node, parent)) return `{ if (!${isOn(node, "{}")}) ${inner} }`;
    const others = isReplaceable(node, parent) ? (replacements[node.type]?.(node, textOf) ?? []) : [];
    const chosen = isCondition(node, parent) ? [...others, "true", "false"] : others;
    const switches = chosen.map((other) => `${isOn(node, other)} ? (${other}) : `);
    return switches.length === 0 ? inner : `(${switches.join("")}(${inner}))`;
  }

  function isOn(node: SyntaxNode, after: string): string {
    const id = firstId + mutants.length;
    const line = source.slice(0, node.start).split("\n").length;
    const { start, end } = node;
    const words = { before: onOneLine(textOf(node)), after: onOneLine(after) };
    const replacement = node.type.endsWith("Statement") ? after : `(${after})`;
    mutants.push({ id, file, line, start, end, replacement, ...words });
    return `globalThis.isMutant(${id})`;
  }

  function textOf(node: SyntaxNode): string {
    return source.slice(node.start, node.end);
  }
}

function toNode(value: unknown): SyntaxNode {
  if (!isNode(value)) throw new Error("the parser gave no tree");
  return value;
}

/** Types, imports, names and a rule's own words are left as they are. */
function isOpaque(node: SyntaxNode, parent: SyntaxNode | null): boolean {
  if (/^TS(?!AsExpression|SatisfiesExpression|NonNullExpression)/.test(node.type)) return true;
  if (/^(Import|Export(All|Specifier))/.test(node.type)) return true;
  if (node.type === "Property" && node["shorthand"] === true) return true;
  if (parent?.type === "Property" && parent["computed"] !== true) {
    if (node === parent["key"]) return true;
    const key = child(parent, "key")?.["name"];
    return typeof key === "string" && METADATA.includes(key);
  }
  return false;
}

/** Inside a `?.` chain only the whole chain may be put in brackets. */
function isReplaceable(node: SyntaxNode, parent: SyntaxNode | null): boolean {
  if (parent?.type === "ChainExpression") return true;
  const isLink = parent?.type === "MemberExpression" && parent["object"] === node;
  return !(isLink && hasOptionalLink(node));
}

function hasOptionalLink(node: SyntaxNode): boolean {
  if (node["optional"] === true) return true;
  const inner = child(node, "callee") ?? child(node, "object");
  return inner !== null && hasOptionalLink(inner);
}

function isBody(node: SyntaxNode, parent: SyntaxNode | null): boolean {
  if (node.type !== "BlockStatement" || parent === null) return false;
  return parent.type !== "TryStatement" && parent.type !== "CatchClause" && parent.type !== "BlockStatement";
}

function isCondition(node: SyntaxNode, parent: SyntaxNode | null): boolean {
  return parent?.type === "IfStatement" && parent["test"] === node;
}

function onOneLine(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 100 ? `${line.slice(0, 97)}...` : line;
}
