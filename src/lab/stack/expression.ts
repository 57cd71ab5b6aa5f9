/** An attribute of a resource, such as `aws_vpc.main.ipv6_cidr_block`. */
export interface Reference {
  readonly kind: "reference";
  /** `aws_vpc.main`, or `data.aws_vpc.main`; of several stacks `aws_vpc.main@hub`. */
  readonly address: string;
  readonly attribute: string;
}

/** A text of the Terraform JSON, understood: one of the forms that Hextet writes. */
export type Expression =
  | { readonly kind: "literal"; readonly text: string }
  | Reference
  | {
      readonly kind: "cidrsubnet";
      readonly prefix: Reference;
      readonly newBits: number;
      readonly index: bigint;
    }
  | { readonly kind: "cidrhost"; readonly prefix: Reference; readonly host: bigint }
  | { readonly kind: "element"; readonly list: Reference; readonly index: number };

const REFERENCE = String.raw`((?:data\.)?[a-z0-9_]+\.[\p{L}_][\p{L}\p{N}_-]*(?:@[\p{L}\p{N}_-]+)?)\.([a-z0-9_]+)`;
const FORMS = {
  reference: new RegExp(`^\\$\\{${REFERENCE}\\}$`, "u"),
  cidrsubnet: new RegExp(`^\\$\\{cidrsubnet\\(${REFERENCE}, (\\d+), (\\d+)\\)\\}$`, "u"),
  cidrhost: new RegExp(`^\\$\\{cidrhost\\(${REFERENCE}, (\\d+)\\)\\}$`, "u"),
  element: new RegExp(`^\\$\\{element\\(${REFERENCE}, (\\d+)\\)\\}$`, "u"),
};
/** `${` and `%{` open a template, `$${` and `%%{` are those characters themselves. */
const TEMPLATE = /(?<!\$)\$\{|(?<!%)%\{/;

const OF_ANOTHER_STACK =
  /^\$\{data\.terraform_remote_state\.[\p{L}\p{N}_-]+\.outputs(\["[\p{L}\p{N}_-]+"\])+\}$/u;

/** Terraform's own reading of a third character depends on what stands before. */
const UNCLEAR = /\$\$\$\{|%%%\{/;

/** Understands a text of the Terraform JSON; null when it has a form that Hextet does not write. */
export function parseExpression(text: string): Expression | null {
  if (UNCLEAR.test(text)) return null;
  if (!TEMPLATE.test(text)) return { kind: "literal", text: text.replace(/([$%])\1\{/g, "$1{") };
  // An id that another stack gives is as good as one that stands there.
  if (OF_ANOTHER_STACK.test(text)) return { kind: "literal", text };
  for (const form of ["reference", "cidrsubnet", "cidrhost", "element"] as const) {
    const [, address, attribute, first, second] = FORMS[form].exec(text) ?? [];
    if (address === undefined || attribute === undefined) continue;
    const reference: Reference = { kind: "reference", address, attribute };
    return withArguments(form, reference, first ?? "0", second ?? "0");
  }
  return null;
}

function withArguments(
  form: keyof typeof FORMS,
  reference: Reference,
  first: string,
  second: string,
): Expression {
  switch (form) {
    case "reference":
      return reference;
    case "cidrsubnet":
      return { kind: form, prefix: reference, newBits: Number(first), index: BigInt(second) };
    case "cidrhost":
      return { kind: form, prefix: reference, host: BigInt(first) };
    case "element":
      return { kind: form, list: reference, index: Number(first) };
  }
}
