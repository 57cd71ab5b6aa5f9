import { type OperatingSystem, operatingSystem, operatingSystems } from "../../aws/images.ts";
import { architectureByName, instanceTypeFacts } from "../../aws/instance-types.ts";
import { DEFAULT_ROOT_DEVICE_NAME } from "../../aws/root-devices.ts";
import { byText } from "../../base/compare-texts.ts";
import { didYouMean } from "../../base/did-you-mean.ts";
import type { Path } from "../../base/path.ts";
import type { LaunchTemplate as WrittenHost } from "../../blueprint/blueprint.generated.ts";
import { type Context, report } from "../context.ts";
import { shortHash } from "../names.ts";
import type { Host, Image, ImageParameter } from "../types/compute.ts";

const DEFAULT_OS = "amazon-linux-2023";
const ARCHITECTURES = ["arm64", "x86_64"] as const;
/** What a type has most often whose name has no letter for its processor. */
const ASSUMED_ARCHITECTURE = "x86_64";

type Architecture = (typeof ARCHITECTURES)[number];

/** What a host boots, and what follows from it. */
export interface NormalisedImage {
  /** Null when the author gave an AMI alone. */
  readonly os: string | null;
  readonly image: Image;
  readonly rootDeviceName: string;
  /** True when nothing tells the architecture of the instance type, and the image is one of x86_64. */
  readonly isArchitectureAssumed: boolean;
}

/** The image that a host's author asked for; null when it could not be told, which is reported. */
export function normaliseImage(context: Context, written: WrittenHost, path: Path): NormalisedImage | null {
  const os = written.os ?? (written.ami === undefined ? DEFAULT_OS : null);
  const system = os === null ? null : operatingSystem(os);
  const isOsKnown = os === null || system !== null || reportUnknownOs(context, os, path);
  const isConsistent = checkArchitecture(context, written, path);
  if (!isOsKnown || !isConsistent) return null;
  const image =
    written.ami === undefined ? imageOfSystem(context, written, system, path) : imageOfAmi(written.ami);
  if (image === null) return null;
  return {
    os,
    image,
    rootDeviceName: system?.rootDeviceName ?? DEFAULT_ROOT_DEVICE_NAME,
    isArchitectureAssumed: written.ami === undefined && knownArchitecture(written) === null,
  };
}

/** The public SSM parameters that the hosts' images are read from, each once, sorted by id. */
export function imageParameters(hosts: readonly Host[]): readonly ImageParameter[] {
  const parameters = new Map<string, ImageParameter>();
  for (const { image } of hosts) {
    if (image.kind === "ssm-parameter") {
      parameters.set(image.parameter, { id: image.parameter, name: image.name });
    }
  }
  return [...parameters.values()].sort(byText(({ id }) => id));
}

/**
 * Logical id of a parameter, told from its name alone: `<os>_<architecture>` for a parameter of a known operating
 * system. Otherwise the name with `_` for each slash and `--` for each dot, as in `parameter_golden_web--2`; where
 * that would lose something, such as capitals, the name's short hash is appended.
 * @internal exported for its test
 */
export function imageParameterId(name: string): string {
  for (const system of operatingSystems) {
    for (const architecture of ARCHITECTURES) {
      if (system.ssmParameter[architecture] === name) return `${idPart(system.name)}_${architecture}`;
    }
  }
  const id = `parameter${idPart(name)}`;
  const readBack = id.slice("parameter".length).replaceAll("_", "/").replaceAll("--", ".");
  return readBack === name ? id : `${id}_${shortHash(name)}`;
}

function idPart(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(".", "--")
    .replaceAll("/", "_")
    .replace(/[^a-z0-9_-]/g, "-");
}

function imageOfAmi(ami: NonNullable<WrittenHost["ami"]>): Image {
  return ami.id !== undefined ? { kind: "id", id: ami.id } : imageOfParameter(ami.ssmParameter);
}

function imageOfParameter(name: string): Image {
  return { kind: "ssm-parameter", parameter: imageParameterId(name), name };
}

function imageOfSystem(
  context: Context,
  written: WrittenHost,
  system: OperatingSystem | null,
  path: Path,
): Image | null {
  if (system === null) return null;
  const architecture = knownArchitecture(written) ?? ASSUMED_ARCHITECTURE;
  const parameter = system.ssmParameter[architecture];
  if (parameter !== null) return imageOfParameter(parameter);
  reportNoImage(context, system, architecture, path);
  return null;
}

function reportNoImage(
  context: Context,
  { name, ssmParameter }: OperatingSystem,
  architecture: Architecture,
  path: Path,
): void {
  const hasNone = Object.values(ssmParameter).every((parameter) => parameter === null);
  const message = hasNone ? `no public image of ${name} is known` : `${name} has no ${architecture} image`;
  const hint = hasNone
    ? "name one beside os: ami: { id: ami-0123456789abcdef0 }"
    : "choose an instance type of another architecture, or another os";
  report(context, "model/architecture", [...path, "os"], message, hint);
}

/** The author's word, or what the table or the type's name tells; null when nobody knows. */
export function knownArchitecture({
  architecture,
  instanceType,
}: Pick<WrittenHost, "architecture" | "instanceType">): Architecture | null {
  const { architecture: tabled } = instanceTypeFacts(instanceType);
  return architecture ?? (tabled === "unknown" ? architectureByName(instanceType) : tabled);
}

/** False when the author's architecture is not the one the instance type is known to have, which is reported. */
function checkArchitecture(context: Context, written: WrittenHost, path: Path): boolean {
  const { architecture } = instanceTypeFacts(written.instanceType);
  if (written.architecture === undefined || architecture === "unknown") return true;
  if (written.architecture === architecture) return true;
  report(
    context,
    "model/architecture",
    [...path, "architecture"],
    `instance type ${written.instanceType} is ${architecture}, not ${written.architecture}`,
    `write ${architecture}, or leave architecture out`,
  );
  return false;
}

function reportUnknownOs(context: Context, os: string, path: Path): false {
  const names = operatingSystems.map(({ name }) => name);
  const hint = didYouMean(os, names, `known: ${names.join(", ")}; others: give ami`);
  report(context, "model/unknown-os", [...path, "os"], `unknown os ${JSON.stringify(os)}`, hint);
  return false;
}
