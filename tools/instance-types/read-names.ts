import { spawnSync } from "node:child_process";
import { listOf, textOf, valueIn } from "../../src/base/untrusted-json.ts";

/** What the API model of EC2 says. */
export interface InstanceTypeNames {
  /** Of botocore, whose copy of the model it is. */
  readonly version: string;
  /** Every value of `InstanceType`, retired ones too. */
  readonly names: readonly string[];
}

const SCRIPT = `import json, botocore, botocore.session
model = botocore.session.get_session().get_service_model("ec2")
print(json.dumps({"version": botocore.__version__, "names": model.shape_for("InstanceType").enum}))`;

/** Asks botocore; throws, with Python's own words, where it has none. */
export function readInstanceTypeNames(python: string): InstanceTypeNames {
  const { stdout, stderr, status } = spawnSync(python, ["-c", SCRIPT], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${python} has no botocore:\n${stderr}`);
  const answer: unknown = JSON.parse(stdout);
  const version = textOf(valueIn(answer, "version"));
  const names = listOf(valueIn(answer, "names")).flatMap((name) => textOf(name) ?? []);
  if (version === null || names.length === 0) throw new Error(`no names in ${stdout.slice(0, 200)}`);
  return { version, names };
}
