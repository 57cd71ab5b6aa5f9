import { data, Evaluator, Lexer, Parser } from "@actions/expressions";
import { isObject } from "./json.ts";

/** What stands around a step: `github`, `needs`, `matrix` and so on. */
export type Contexts = Readonly<Record<string, unknown>>;

/** Whether what ran before in the job, or the jobs that it needs, has failed. */
export interface Status {
  readonly failed: boolean;
}

/** Whether a step or a job runs, as GitHub's own library reads its `if`. */
export function isWanted(condition: unknown, contexts: Contexts, status: Status): boolean {
  if (condition === undefined) return !status.failed;
  const text = String(condition).trim();
  const inner = /^\$\{\{(.*)\}\}$/s.exec(text)?.[1] ?? text;
  // As the runner has it: without a word about the status, success is meant.
  const hasStatus = /\b(success|failure|always|cancelled)\s*\(/.test(inner);
  const value = evaluate(hasStatus ? inner : `success() && (${inner})`, contexts, status);
  return value.coerceString() !== "false" && value.coerceString() !== "";
}

/** A text with its expressions filled in. */
export function fillIn(text: unknown, contexts: Contexts, status: Status = { failed: false }): string {
  return String(text ?? "").replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
    evaluate(expression, contexts, status).coerceString(),
  );
}

/** What one expression gives, as JSON. */
export function evaluated(text: unknown, contexts: Contexts): unknown {
  const inner = /^\$\{\{(.*)\}\}$/s.exec(String(text).trim())?.[1];
  if (inner === undefined) throw new Error(`${String(text)} is no expression`);
  return JSON.parse(JSON.stringify(evaluate(inner, contexts, { failed: false }), data.replacer));
}

function evaluate(expression: string, contexts: Contexts, status: Status): data.ExpressionData {
  const functions = Object.entries({
    success: !status.failed,
    failure: status.failed,
    always: true,
    cancelled: false,
  }).map(([name, value]) => ({ name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(value) }));
  const { tokens } = new Lexer(expression.trim()).lex();
  const parsed = new Parser(tokens, Object.keys(contexts), functions).parse();
  const around = toData(contexts);
  if (!(around instanceof data.Dictionary)) throw new Error("contexts are a dictionary");
  return new Evaluator(parsed, around, new Map(functions.map((one) => [one.name, one]))).evaluate();
}

function toData(value: unknown): data.ExpressionData {
  if (typeof value === "string") return new data.StringData(value);
  if (typeof value === "number") return new data.NumberData(value);
  if (typeof value === "boolean") return new data.BooleanData(value);
  if (Array.isArray(value)) return new data.Array(...value.map(toData));
  if (isObject(value))
    return new data.Dictionary(...Object.entries(value).map(([key, one]) => ({ key, value: toData(one) })));
  return new data.Null();
}
