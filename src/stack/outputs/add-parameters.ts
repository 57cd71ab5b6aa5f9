import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import { parameterName } from "../../model/outputs/references/parameter-name.ts";
import type { Output } from "../../model/types/outputs.ts";
import type { HandOver } from "../../model/types/references.ts";
import { Fn } from "../engine.ts";
import { omitNull } from "../omit-null.ts";
import type { OutputContent } from "./needed-by-outputs.ts";

/** Writes an output into SSM parameters: a list as a StringList, each entry of a map into one of its own. */
export function addParameters(
  scope: Construct,
  handOver: Extract<HandOver, { kind: "parameters" }>,
  output: Output,
  content: OutputContent,
): void {
  for (const { key, value, isList } of entriesOf(content)) {
    const id = key === null ? output.name : `${output.name}_${key}`;
    new SsmParameter(scope, terraformAddress("aws_ssm_parameter", `output_${id}`), {
      name: parameterName(handOver, output.name, key),
      ...omitNull({ description: output.description }),
      // An id that is no secret stays readable in plans, here and where it is read.
      ...(output.sensitive
        ? { type: "SecureString", value }
        : { type: isList ? "StringList" : "String", insecureValue: value }),
    });
  }
}

interface Entry {
  readonly key: string | null;
  readonly value: string;
  readonly isList: boolean;
}

function entriesOf(content: OutputContent): readonly Entry[] {
  if (typeof content === "string") return [{ key: null, value: content, isList: false }];
  if (Array.isArray(content)) return [{ key: null, value: Fn.join(",", content), isList: true }];
  return Object.entries(content).map(([key, value]) => ({ key, value, isList: false }));
}
