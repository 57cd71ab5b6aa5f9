import { createHash } from "node:crypto";
import { isObject } from "../../test/support/json.ts";

/** A stack's value with made-up text in the place of every reference: the same text for the same reference. */
export function literal(value: unknown, argument: string): unknown {
  if (Array.isArray(value)) return value.map((item) => literal(item, argument));
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, literal(item, key)]));
  }
  if (typeof value !== "string" || !value.replaceAll("$${", "").includes("${")) return value;
  return madeUp(value, argument);
}

/** A text of the form that the argument wants, so that the provider's validators take it. */
function madeUp(reference: string, argument: string): string {
  const hash = createHash("sha256").update(reference).digest("hex");
  const document = DOCUMENTS.find(([pattern]) => pattern.test(argument));
  if (document !== undefined) return document[1].replaceAll("made", `made${hash.slice(0, 2)}`);
  const [, make] = FORMS.find(([pattern]) => pattern.test(`${argument} ${reference}`)) ?? [];
  return make?.(hash) ?? `made-${hash.slice(0, 12)}`;
}

const byteOf = (hash: string) => Number.parseInt(hash.slice(0, 2), 16);

/** Forms of values, by what the argument and the reference say together. The first that fits is taken. */
const FORMS: readonly (readonly [RegExp, (hash: string) => string])[] = [
  [/user_data/, (hash) => Buffer.from(hash).toString("base64")],
  [/^version /, (hash) => String(byteOf(hash) + 1)],
  [/\baws_launch_template\b/, (hash) => `lt-${hash.slice(0, 17)}`],
  [/^\S*(role|policy)(_arn)? .*arn/, (hash) => `arn:aws:iam::123456789012:role/made-${hash.slice(0, 12)}`],
  [/cidrhost|ipv6_address/, (hash) => `2001:db8:0:${hash.slice(0, 2)}::a`],
  [/ipv6.*cidr|cidr.*ipv6/, (hash) => `2001:db8:0:${hash.slice(0, 2)}::/64`],
  [/^\S*cidr/, (hash) => `10.${byteOf(hash)}.0.0/16`],
  [
    /arn/,
    (hash) =>
      `arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/${hash.slice(0, 8)}/${hash.slice(8, 24)}`,
  ],
  [/^(ami|image_id) /, (hash) => `ami-${hash.slice(0, 17)}`],
];

/** JSON that stands in a text. */
const DOCUMENTS: readonly (readonly [RegExp, string])[] = [
  [/policy$/, '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"made:*","Resource":"*"}]}'],
  [/^container_definitions$/, '[{"name":"made","image":"made"}]'],
  [/^dashboard_body$/, '{"widgets":[{"type":"text","width":6,"height":6,"properties":{"markdown":"made"}}]}'],
];

/** Another value in the place of a reference's text; null when the value is none. */
export function otherReference(value: unknown, argument: string): unknown {
  if (Array.isArray(value)) {
    const others = value.map((item) => otherReference(item, argument));
    return others.length === 0 || others.includes(null) ? null : others;
  }
  if (typeof value !== "string" || !/^made-|^lt-|made-|targetgroup\/|"made/.test(value)) return null;
  return madeUp(`${value} other`, argument);
}
