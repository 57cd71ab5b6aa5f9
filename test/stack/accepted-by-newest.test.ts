import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { atStage } from "../../src/model/migration/at-stage.ts";
import { STAGES } from "../../src/model/types/migration.ts";
import { newestVersion, refusedByNewest } from "../support/accepted-by-newest.ts";
import { generatedStacks } from "../support/generated-stacks.ts";
import { parseJson } from "../support/json.ts";
import { migrationOf } from "../support/migration-of.ts";
import { stackJson } from "../support/synth-json.ts";
import { wholeNetwork } from "../support/whole-network.ts";

const stacks = generatedStacks.map((folder) => ({
  name: basename(folder),
  json: parseJson(readFileSync(`${folder}/cdk.tf.json`, "utf8"), folder),
}));

/** The default constraint is `>= 5.100, < 7.0`. The provider itself is run in the Terraform layer, in 5.100.0. */
describe(`the bindings of AWS provider ${newestVersion}`, () => {
  test.each(stacks)("have a place for all that is written of $name", ({ json }) => {
    expect(refusedByNewest(json)).toEqual([]);
  });

  test("have a place for a network with everything in it", () => {
    expect(refusedByNewest(stackJson(wholeNetwork()))).toEqual([]);
  });

  test.each(STAGES)("have a place for an existing network at stage %s", (stage) => {
    const migration = migrationOf(wholeNetwork());
    expect(refusedByNewest(stackJson(atStage(migration, stage)))).toEqual([]);
  });

  test.each([
    ["aws_eip", { vpc: true }, ["aws_eip.x.vpc: unknown argument"]],
    ["aws_instance", { cpu_core_count: 2 }, ["aws_instance.x.cpu_core_count: unknown argument"]],
    [
      "aws_flow_log",
      { lifecycle: { ignore_changes: ["log_group_name"] } },
      ["aws_flow_log.x.log_group_name: unknown argument"],
    ],
    ["aws_subnet", {}, ["aws_subnet.x.vpc_id: is required"]],
    [
      "aws_launch_template",
      { metadata_options: { http_protocol_ipv6: "enabled", http_protocol_ipv7: "enabled" } },
      ["aws_launch_template.x.metadata_options.http_protocol_ipv7: unknown argument"],
    ],
    ["aws_opsworks_stack", {}, ["aws_opsworks_stack: unknown type"]],
  ])("have none for %s %j", (type, body, refused) => {
    expect(refusedByNewest({ resource: { [type]: { x: body } } })).toEqual(refused);
  });
});
