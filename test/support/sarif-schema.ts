const text = { type: "string", minLength: 1 };
const message = { type: "object", additionalProperties: false, required: ["text"], properties: { text } };
const level = { enum: ["none", "note", "warning", "error"] };
const positive = { type: "integer", minimum: 1 };

function closed(properties: Readonly<Record<string, object>>, required: readonly string[]) {
  return { type: "object", additionalProperties: false, properties, required };
}

function list(items: object) {
  return { type: "array", items };
}

const region = closed(
  { startLine: positive, startColumn: positive, endLine: positive, endColumn: positive },
  ["startLine"],
);
// A URI reference (RFC 3986): of these characters only; the first segment of a relative one has no colon.
const uri = {
  type: "string",
  pattern: "^(file:///|(?![^/]*:))([A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})*$",
};
const location = closed(
  {
    physicalLocation: closed({ artifactLocation: closed({ uri }, ["uri"]), region }, ["artifactLocation"]),
    logicalLocations: list(closed({ fullyQualifiedName: text }, [])),
  },
  ["physicalLocation"],
);
const rule = closed(
  {
    id: text,
    shortDescription: message,
    fullDescription: message,
    help: message,
    defaultConfiguration: closed({ level }, []),
  },
  ["id"],
);
const suppression = closed({ kind: { enum: ["inSource", "external"] }, justification: text }, ["kind"]);
const result = closed(
  {
    ruleId: text,
    ruleIndex: { type: "integer", minimum: -1 },
    level,
    message,
    locations: list(location),
    partialFingerprints: { type: "object", additionalProperties: text },
    suppressions: { ...list(suppression), uniqueItems: true },
  },
  ["message", "ruleId", "locations", "partialFingerprints"],
);
const driver = closed({ name: text, version: text, rules: { ...list(rule), uniqueItems: true } }, ["name"]);
const run = closed(
  {
    tool: closed({ driver }, ["driver"]),
    columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
    results: list(result),
  },
  ["tool"],
);

/**
 * The part of SARIF 2.1.0 that Hextet writes, as JSON Schema: written from the specification, closed where that is
 * open, so that every key used here is one that was looked up.
 */
export const sarifSchema = closed(
  { $schema: { type: "string", pattern: "^https://" }, version: { const: "2.1.0" }, runs: list(run) },
  ["version", "runs"],
);
