/** What a text such as `ref:lambdaFunctionArn.resize` refers to. */
export interface PolicyReference {
  /** The kind of output that is its ARN. */
  readonly kind: string;
  readonly name: string;
  /** What follows the ARN. */
  readonly suffix: string;
}

const REFERENCE = /^ref:([A-Za-z0-9]+)\.([a-z][a-z0-9-]*)(.*)$/;

/** Null: the text refers to nothing. */
export function readPolicyReference(text: string): PolicyReference | null {
  const [, kind, name, suffix] = REFERENCE.exec(text) ?? [];
  return kind === undefined || name === undefined || suffix === undefined ? null : { kind, name, suffix };
}

/** The text that is read as the reference. */
export function policyReferenceText({ kind, name, suffix }: PolicyReference): string {
  return `ref:${kind}.${name}${suffix}`;
}
