import type { Path } from "../../base/path.ts";

/** Something that is left to the owner and is not the question what stands behind an IPv4 block. */
export interface Todo {
  readonly path: Path;
  readonly kind: TodoKind;
  /** What is to be done, without the word TODO. */
  readonly text: string;
}

/** What a TODO is about. */
export type TodoKind = keyof typeof UNASKED;

/** Why nobody is asked about it at the terminal, for an answer there could not be written; null: it is asked. @internal exported for its test */
export const UNASKED = {
  "a type without IPv6": null,
  "a number of a network ACL": "entries of a network ACL get other numbers in AWS first",
  "a public database": "whether a database is public is changed in AWS, not by an import",
  "a subnet outside of the plan": "a subnet keeps its IPv6 block: another one is given in AWS",
  "a subnet without a block": "a further block of the VPC is a change in AWS, and comes after the import",
  "ids of rules": "AWS knows them: --region beside --state asks for them",
  "ids of other things": "they are AWS's, and are looked up there",
  "UDP of a load balancer":
    "what UDP over IPv6 needs stands in hextet explain udp-on-dualstack-network-balancer",
} as const satisfies Readonly<Record<string, string | null>>;

/** The same as comments have it. */
export function todoWords(text: string): string {
  return `TODO: ${text}`;
}

/** What was not asked at the terminal and stays in the blueprint, with the reason: a line each. */
export function unaskedLines(todos: readonly Todo[]): readonly string[] {
  return todos.flatMap(({ path, kind, text }) => {
    const why = UNASKED[kind];
    return why === null ? [] : [`  ${path.join(".")}: ${text} Not asked: ${why}.`];
  });
}
