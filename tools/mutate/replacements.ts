import { child, isNode, type SyntaxNode } from "./syntax-node.ts";

/** What may stand in the place of a node; each is one mutant. */
export type Replacements = (node: SyntaxNode, text: (node: SyntaxNode) => string) => readonly string[];

const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  "===": ["!=="],
  "!==": ["==="],
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["*"],
  "&": ["|"],
  "|": ["&"],
  "<<": [">>"],
  ">>": ["<<"],
};

const METHODS: Readonly<Record<string, string>> = {
  some: "every",
  every: "some",
  startsWith: "endsWith",
  endsWith: "startsWith",
  min: "max",
  max: "min",
  toLowerCase: "toUpperCase",
  toUpperCase: "toLowerCase",
};

/** Calls that may be left out, so that their object stands alone. */
const LEFT_OUT = ["filter", "sort", "reverse", "slice", "trim", "toSorted"];

/** What stands in the place of an expression, by its kind. */
export const replacements: Readonly<Record<string, Replacements>> = {
  BinaryExpression: (node, text) => {
    const [left, right] = sides(node, text);
    return (OPERATORS[String(node["operator"])] ?? []).map((operator) => `${left} ${operator} ${right}`);
  },
  LogicalExpression: sides,
  UnaryExpression: (node, text) => {
    const operand = child(node, "argument");
    return node["operator"] === "!" && operand !== null ? [text(operand)] : [];
  },
  ConditionalExpression: (node, text) =>
    [child(node, "consequent"), child(node, "alternate")].filter(isNode).map(text),
  ArrayExpression: ({ elements }) => (Array.isArray(elements) && elements.length > 0 ? ["[]"] : []),
  TemplateLiteral: () => ['""'],
  Literal: ({ value }) => {
    if (typeof value === "boolean") return [String(!value)];
    if (typeof value === "string") return value === "" ? ['"mutant"'] : ['""'];
    if (typeof value === "bigint") return [`${value + 1n}n`];
    return typeof value === "number" ? [String(value + 1)] : [];
  },
  CallExpression: callReplacements,
};

function sides(node: SyntaxNode, text: (node: SyntaxNode) => string): readonly string[] {
  return [child(node, "left"), child(node, "right")].filter(isNode).map(text);
}

function callReplacements(node: SyntaxNode, text: (node: SyntaxNode) => string): readonly string[] {
  const callee = child(node, "callee");
  const object = callee === null ? null : child(callee, "object");
  const property = callee === null ? null : child(callee, "property");
  if (callee?.type !== "MemberExpression" || object === null || property === null) return [];
  const name = text(property);
  if (LEFT_OUT.includes(name)) return [text(object)];
  const other = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
  if (other === undefined) return [];
  const start = property.start - node.start;
  const whole = text(node);
  return [whole.slice(0, start) + other + whole.slice(start + name.length)];
}
