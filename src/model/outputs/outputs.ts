import type { Path } from "../../base/path.ts";
import type { Blueprint, Output as WrittenOutput } from "../../blueprint/blueprint.generated.ts";
import { type Context, checkReference, present, report, sortedEntries } from "../context.ts";
import type { NamedOutput, Output, OutputValue } from "../types/outputs.ts";
import type { NetworkToShow } from "./output-kind.ts";
import { OUTPUT_KINDS, whyNothingToShow } from "./output-kinds.ts";

/** The outputs, sorted by name; one that shows an unknown name, or nothing, is reported and left out. */
export function normaliseOutputs(
  context: Context,
  blueprint: Blueprint,
  network: NetworkToShow,
): readonly Output[] {
  return present(
    sortedEntries(blueprint.outputs).map(([name, written]): Output | null => {
      const path: Path = ["outputs", name];
      const value = readOutputValue(context, { blueprint, network }, written.value, [...path, "value"]);
      if (value === null) return null;
      return { name, path, description: written.description ?? null, sensitive: written.sensitive, value };
    }),
  );
}

/** What an output tells; null: the blueprint has no such thing, or it has nothing to show, which is reported at the path. */
export function readOutputValue(
  context: Context,
  { blueprint, network }: { readonly blueprint: Blueprint; readonly network: NetworkToShow },
  written: WrittenOutput["value"],
  path: Path,
): OutputValue | null {
  const value = readValue(context, blueprint, written, path);
  return value !== null && checkHasValue(context, network, value, path) ? value : null;
}

/** Null: the name is unknown, which is reported. */
function readValue(
  context: Context,
  blueprint: Blueprint,
  written: WrittenOutput["value"],
  path: Path,
): OutputValue | null {
  if (written.vpc !== undefined) return { kind: "vpc", attribute: written.vpc };
  if (written.internetGatewayId !== undefined) return { kind: "internetGatewayId" };
  if (written.egressOnlyInternetGatewayId !== undefined) return { kind: "egressOnlyInternetGatewayId" };
  for (const kind of Object.keys(OUTPUT_KINDS).filter(isNamedOutput)) {
    const name = written[kind];
    if (name === undefined) continue;
    const { entity, written: namesIn } = OUTPUT_KINDS[kind];
    return checkReference(context, entity, name, namesIn(blueprint), [...path, kind]) ? { kind, name } : null;
  }
  throw new Error(`an output of a kind that OUTPUT_KINDS does not have: ${JSON.stringify(written)}`);
}

function isNamedOutput(key: string): key is NamedOutput {
  return Object.hasOwn(OUTPUT_KINDS, key);
}

function checkHasValue(context: Context, network: NetworkToShow, value: OutputValue, path: Path): boolean {
  const reason = whyEmpty(network, value);
  if (reason === null) return true;
  const message = `${value.kind} has nothing to show: ${reason}`;
  report(context, "model/output-without-value", [...path, value.kind], message, "remove this output");
  return false;
}

/** Why the network cannot have what the output shows; null when it can. */
function whyEmpty(network: NetworkToShow, value: OutputValue): string | null {
  switch (value.kind) {
    case "vpc": {
      const isMissing = value.attribute === "ipv6CidrBlock" && network.vpc.ipv6 === null;
      return isMissing ? "the VPC has no IPv6 block" : null;
    }
    case "internetGatewayId":
      return network.internetGateway ? null : "nothing needs an internet gateway";
    case "egressOnlyInternetGatewayId":
      return network.egressOnlyInternetGateway ? null : "no route needs an egress-only internet gateway";
    default:
      return whyNothingToShow(network, value.kind, value.name);
  }
}
