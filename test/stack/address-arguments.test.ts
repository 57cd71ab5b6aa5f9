import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { addressArguments } from "../../src/aws/address-arguments.ts";
import { resourceTypeOf } from "../../src/model/migration/terraform-address.ts";
import { at } from "../support/json.ts";
import { migrationOf } from "../support/migration-of.ts";
import { networkFrom } from "../support/network.ts";
import { blockSchema } from "../support/provider-schema.ts";
import { stageChangesOf } from "../support/stage-changes.ts";
import { wholeNetwork } from "../support/whole-network.ts";

const BLUEPRINTS = new URL("../../blueprints/", import.meta.url);

/** With the whole network they have every argument that a stage changes. */
const FILES = ["dual-stack-web.yaml", "webserver-fixed-address.yaml"];

/** Types that people have and Hextet does not make: the reduced schema is without them. */
const NOT_MADE = ["aws_network_interface", "aws_route53_record"];

test("arguments that hold addresses are arguments of AWS provider 5.100", () => {
  const known = addressArguments.filter(({ type }) => blockSchema("resource", type) !== undefined);
  const wrong = known.flatMap(({ type, names }) =>
    names.filter((name) => !isArgument(blockSchema("resource", type), name)).map((name) => `${type}.${name}`),
  );
  expect(wrong).toEqual([]);
  const unknown = addressArguments.filter(({ type }) => blockSchema("resource", type) === undefined);
  expect(unknown.map(({ type }) => type).filter((type) => !NOT_MADE.includes(type))).toEqual([]);
});

test("what a stage gives to a thing that stays is among them, or a plan could take it without a word", () => {
  const networks = FILES.map((file) => networkFrom(readFileSync(new URL(file, BLUEPRINTS), "utf8")));
  const given = [wholeNetwork(), ...networks].flatMap((network) =>
    stageChangesOf(migrationOf(network))
      .flatMap(({ changes }) => changes)
      .flatMap(({ address, arguments: changed }) =>
        changed.map(({ name }) => `${resourceTypeOf(address)}.${name}`),
      ),
  );
  const held = new Set(
    addressArguments.flatMap(({ type, names }) => names.map((name) => `${type}.${name.split(".", 1)[0]}`)),
  );
  const others = [...new Set(given)].filter((name) => !held.has(name)).sort();
  expect(others).toEqual(NO_ADDRESSES);
});

/** What stages change beside: the mark, tags, the number of a template's version, and what holds no block, no address and no rule. */
const NO_ADDRESSES = [
  "aws_autoscaling_group.launch_template",
  "aws_vpc_security_group_egress_rule.tags_all",
  "aws_vpc_security_group_ingress_rule.tags_all",
  "terraform_data.input",
];

function isArgument(schema: unknown, name: string): boolean {
  const [first = "", ...rest] = name.split(".");
  const block = at(schema, "block_types", first, "block");
  if (rest.length > 0) return isArgument(block, rest.join("."));
  return block !== undefined || at(schema, "attributes", first) !== undefined;
}
