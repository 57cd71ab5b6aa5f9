import { schemaOf } from "../../src/blueprint/schema.ts";
import { OUTPUT_KINDS } from "../../src/model/outputs/output-kinds.ts";
import { pluralOf } from "../../src/model/outputs/plural-of.ts";
import { fitsAt } from "../../src/model/outputs/references/fits-at.ts";
import { resourceIds } from "../../src/model/outputs/references/wanted-at.ts";
import type { OutputType } from "../../src/model/types/outputs.ts";
import { referencePlaces } from "./reference-places.ts";

/** Outputs of what a VPC has one of, and what each gives. */
export const ENTITY_ROWS: readonly (readonly [string, string])[] = [
  ["vpc: id", "VPC id"],
  ["vpc: arn", "ARN"],
  ["vpc: ownerId", "account id"],
  ["vpc: ipv4CidrBlock", "IPv4 block"],
  ["vpc: ipv6CidrBlock", "IPv6 block"],
  ["internetGatewayId: {}", "internet gateway id"],
  ["egressOnlyInternetGatewayId: {}", "egress-only internet gateway id"],
];

/** Every kind of output with what it is of and the Terraform type it has, as a Markdown table in the order of the schema. */
export function renderOutputKindsTable(): string {
  const order = Object.keys(schemaOf(["outputs", "any", "value"]).properties ?? {});
  const named = Object.entries(OUTPUT_KINDS).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return [
    "| output | of | gives | for |",
    "|---|---|---|---|",
    ...ENTITY_ROWS.map(
      ([value, gives]) => `| \`${value}\` | the VPC | ${gives} | ${takersOf(gives, "one")} |`,
    ),
    ...named.map(
      ([kind, { entity, type }]) =>
        `| \`${kind}\` | ${entity} | ${shapeOf(kind, type)} | ${takersOf(type.of, type.shape)} |`,
    ),
    "",
  ].join("\n");
}

/** Who can do something with a value of that kind. */
function takersOf(of: string, shape: OutputType["shape"]): string {
  const isTaken = [...referencePlaces().map(({ takes }) => takes), ...resourceIds].some((takes) =>
    fitsAt(takes, of),
  );
  return isTaken && shape !== "list" ? "blueprints, people" : "people";
}

function shapeOf(kind: string, { of, shape }: OutputType): string {
  switch (shape) {
    case "one":
      return of;
    case "list":
      return `list of ${pluralOf(of)}`;
    case "map":
      return `map of ${pluralOf(of)} by ${kind.endsWith("ByZone") ? "zone" : "name"}`;
  }
}
