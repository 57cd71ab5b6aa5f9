import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { notInABlueprint } from "../../src/blueprint/not-in-a-blueprint.ts";
import { parseJson } from "../support/json.ts";
import { describeWithTools, findPython } from "../support/tools.ts";

const SCRIPT =
  "import json, botocore.session; print(json.dumps(botocore.session.get_session().get_available_services()))";

/** Services whose things have words of their own in a blueprint. */
const HAVE_WORDS = [
  ...["autoscaling", "cloudwatch", "ec2", "ecs", "eks", "elasticache"],
  ...["elb", "elbv2", "lambda", "logs", "network-firewall", "rds", "route53"],
];

describeWithTools("services that a blueprint has no word for", findPython(), (python) => {
  test("are all known that the API models of this machine have", () => {
    const { stdout } = spawnSync(python, ["-c", SCRIPT], { encoding: "utf8" });
    const services = parseJson(stdout, "botocore's services");
    if (!Array.isArray(services)) throw new Error(`no list: ${stdout}`);
    expect(services.length).toBeGreaterThan(300);
    const unknown = services.map(String).filter((name) => notInABlueprint(name, []) === null);
    expect(unknown.filter((name) => !HAVE_WORDS.includes(name))).toEqual([]);
  });
});
