import type { FoundConditions, SayableConditions } from "./types/balancing.ts";

/** One condition of a rule, as every source tells it. */
export interface ToldCondition {
  /** Such as `path-pattern`; of what a reader does not know, its own word. */
  readonly kind: string;
  /** The header's; null: it is not of a header. */
  readonly name: string | null;
  readonly values: readonly string[];
  /** Parameters of the query; a key of null: of any name. */
  readonly query: readonly { readonly key: string | null; readonly value: string }[];
}

const LISTS = {
  "host-header": "hostHeader",
  "path-pattern": "pathPattern",
  "http-request-method": "httpRequestMethod",
  "source-ip": "sourceIp",
} as const;
/** Why a rule that changes requests is not taken up. */
export const REWRITES = "it rewrites the host or the path of requests";

const LONGEST = 128;
/** As the schema has them. */
const HEADER = /^(?!host$|__proto__$)[a-z0-9!#$%&'*+.^_`|~-]{1,40}$/i;
const TEXT = /^\P{C}{1,128}$/u;
const PATH = /^[/*?][^\s\p{C}]*$/u;
const PARAMETER = /^(?!__proto__$)[^\s\p{C}]{1,128}$/u;

/** What the conditions of a rule mean in the words of a blueprint, where it has any. */
export function ruleConditions(told: readonly ToldCondition[]): FoundConditions {
  const said = {
    hostHeader: [] as readonly string[],
    pathPattern: [] as readonly string[],
    httpRequestMethod: [] as readonly string[],
    sourceIp: [] as readonly string[],
    httpHeader: {} as Record<string, readonly string[]>,
    queryString: {} as Record<string, readonly string[]>,
  };
  for (const condition of told) {
    const words = take(said, condition);
    if (words !== null) return { kind: "other", words };
  }
  return told.length === 0 ? { kind: "other", words: "it has no condition" } : { kind: "sayable", said };
}

type Said = {
  -readonly [Key in keyof SayableConditions]: SayableConditions[Key] extends readonly string[]
    ? readonly string[]
    : Record<string, readonly string[]>;
};

/** Null, or why a blueprint cannot say it. */
function take(said: Said, condition: ToldCondition): string | null {
  const { kind, name, values, query } = condition;
  if (!isOneOf(kind, LISTS)) {
    if (kind === "http-header") return takeNamed(said.httpHeader, name, HEADER, values, kind);
    if (kind !== "query-string") return `its condition is ${kind}`;
    const [first] = query;
    const isOfOne = query.every(({ key }) => key === first?.key);
    if (!isOfOne) return "a condition of it takes one of several parameters of the query";
    return takeNamed(
      said.queryString,
      first?.key ?? null,
      PARAMETER,
      query.map(({ value }) => value),
      kind,
    );
  }
  const key = LISTS[kind];
  if (said[key].length > 0) return `it has several conditions of ${kind}`;
  if (values.length === 0 || !values.every((one) => isText(one, kind)))
    return `its condition ${kind}: ${values}`;
  said[key] = [...values].sort();
  return null;
}

function takeNamed(
  said: Record<string, readonly string[]>,
  name: string | null,
  pattern: RegExp,
  values: readonly string[],
  kind: string,
): string | null {
  if (name === null || !pattern.test(name)) return `its condition ${kind} of the name ${name ?? "none"}`;
  if (Object.hasOwn(said, name)) return `it has several conditions ${kind} of ${name}`;
  if (values.length === 0 || !values.every((one) => TEXT.test(one)))
    return `its condition ${kind}: ${values}`;
  said[name] = [...values].sort();
  return null;
}

function isText(text: string, kind: string): boolean {
  if (text.length > LONGEST) return false;
  return kind === "path-pattern" ? PATH.test(text) : TEXT.test(text);
}

function isOneOf<T extends object>(key: string, table: T): key is keyof T & string {
  return Object.hasOwn(table, key);
}
