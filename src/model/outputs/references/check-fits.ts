import { didYouMean } from "../../../base/did-you-mean.ts";
import type { Path } from "../../../base/path.ts";
import type { FromBlueprint } from "../../../blueprint/blueprint.generated.ts";
import { type Context, report } from "../../context.ts";
import type { Network } from "../../types/network.ts";
import type { Output, OutputType } from "../../types/outputs.ts";
import { outputType } from "../output-type.ts";
import { pluralOf } from "../plural-of.ts";
import { fitsAt } from "./fits-at.ts";
import { outputKeys } from "./output-keys.ts";

/** A reference, and the output that it leads to. */
interface Fit {
  readonly consumer: Network;
  readonly producer: Network;
  readonly shown: Output;
  readonly written: FromBlueprint;
  /** What may stand at the reference's place. */
  readonly takes: string;
  /** Of `fromBlueprint`. */
  readonly path: Path;
}

/** True when the output is one value of the kind that is wanted, and can be read from here; what is wrong is reported. */
export function checkFits(context: Context, fit: Fit): boolean {
  const type = outputType(fit.shown.value);
  return checkKind(context, fit, type) && checkKey(context, fit, type) && checkReadable(context, fit);
}

function checkKind(
  context: Context,
  { producer, shown, takes, path }: Fit,
  { of, shape }: OutputType,
): boolean {
  const fits = fitsAt(takes, of);
  if (fits && shape !== "list") return true;
  const what = shape === "one" ? article(of) : `a ${shape} of ${pluralOf(of)}`;
  const message = `output "${shown.name}" of "${producer.name}" is ${what}; ${article(takes)} is wanted here`;
  const hint = fits ? "take the output that is a map, and write key" : undefined;
  report(context, "model/output-of-other-kind", path, message, hint);
  return false;
}

function article(of: string): string {
  return /^(?!U)[AEIO]/i.test(of) ? `an ${of}` : `a ${of}`;
}

function checkKey(context: Context, fit: Fit, { shape }: OutputType): boolean {
  const { producer, shown, written, path } = fit;
  const keys = shape === "map" ? outputKeys(producer, shown.value) : [];
  const { key } = written;
  if (key === undefined ? shape === "one" : keys.includes(key)) return true;
  const known = keys.length === 0 ? "it has none" : `known: ${keys.join(", ")}`;
  const hint = key === undefined ? known : didYouMean(key, keys, known);
  const of = `output "${shown.name}" of "${producer.name}"`;
  if (shape === "one")
    report(
      context,
      "model/reference-key",
      [...path, "key"],
      `${of} is one value and has no keys`,
      "remove key",
    );
  else if (key === undefined)
    report(
      context,
      "model/reference-key",
      path,
      `${of} is a map, and one value is wanted here`,
      `write key; ${hint}`,
    );
  else report(context, "model/reference-key", [...path, "key"], `${of} has no key "${key}"`, hint);
  return false;
}

/** A parameter is read by its name in the reader's own region and account. */
function checkReadable(context: Context, { consumer, producer, path }: Fit): boolean {
  if (producer.terraform.handOver.kind === "state") return true;
  const [from, to] = [placeOf(producer), placeOf(consumer)];
  const isOther = from.account !== null && to.account !== null && from.account !== to.account;
  if (from.region === to.region && !isOther) return true;
  const where = isOther ? `in account ${from.account}` : `in ${from.region}`;
  const message = `"${producer.name}" hands its outputs over by parameters ${where}, where "${consumer.name}" does not read`;
  const hint = `write terraform.handOver: { state: {} } in "${producer.name}"`;
  report(context, "model/parameter-elsewhere", path, message, hint);
  return false;
}

function placeOf({ region, terraform }: Network): {
  readonly region: string;
  readonly account: string | null;
} {
  return { region, account: terraform.assumeRole?.roleArn.split(":")[4] ?? null };
}
