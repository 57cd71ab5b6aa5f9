import { expect, test } from "vitest";
import { referencePlaces, textPlaces } from "../../tools/docs/reference-places.ts";

/** Places of an id, an ARN or a block that take nothing from elsewhere, and why. */
const LITERAL: Readonly<Record<string, string>> = {
  arn: "the shape alone: what stands at its places takes one, or is named here",
  "assumeRole.roleArn": "the provider needs it before it can read anything",
  "assumeRole.externalId": "the provider needs it before it can read anything",
  "s3Backend.kmsKeyId": "Terraform takes no expression in a backend",
  "s3Backend.roleArn": "Terraform takes no expression in a backend",
  cidr: "rules and the address plan judge its addresses, which nobody knows before apply",
  hookId: "of Hextet",
  "acceptance.rule": "of Hextet",
  existingId: "of an import block, which Terraform needs to know when it plans",
  "peer.managedPrefixList": "the name of a list which AWS keeps, one for each service",
  policyResource:
    "of anything: it refers to the blueprint's own by ref:, and has no one kind to be held against",
  "ami.ssmParameter": "is itself the name of a parameter",
};

const SPEAKS_OF_ID = /\bids?\b|\bARN\b/i;
const HAS_PREFIX = /^\^(arn:|\(arn:|[a-z]+-\[0-9a-f\])/;

test("every place of an id or an ARN takes a reference, or is known for a reason", () => {
  const literal = textPlaces().filter(({ schema }) => {
    const { title = "", description = "", pattern = "" } = schema;
    const isOne = HAS_PREFIX.test(pattern) || SPEAKS_OF_ID.test(`${title} ${description.split(".")[0]}`);
    return isOne && schema.enum === undefined && schema["x-hextet-takes"] === undefined;
  });
  const unknown = literal.map(({ key }) => key).filter((key) => LITERAL[key] === undefined);
  expect(unknown).toEqual([]);
  const keys = new Set(textPlaces().map(({ key }) => key));
  expect(Object.keys(LITERAL).filter((key) => !keys.has(key))).toEqual([]);
});

test("says what kind of id or ARN it takes: any ARN, or any name, would fit all places", () => {
  expect(referencePlaces().length).toBeGreaterThan(25);
  expect(referencePlaces().filter(({ takes }) => ["ARN", "name"].includes(takes))).toEqual([]);
  // Which resource it is, the address there says.
  expect(
    referencePlaces()
      .filter(({ takes }) => takes === "id")
      .map(({ key }) => key),
  ).toEqual(["existingNetwork.reference.*"]);
});
