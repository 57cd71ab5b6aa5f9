import { operatingSystem } from "../../aws/images.ts";
import type { Path } from "../../base/path.ts";
import type { LaunchTemplate as WrittenHost } from "../../blueprint/blueprint.generated.ts";
import { type Context, report } from "../context.ts";
import { userDataOf } from "../guests/user-data.ts";
import type { Guest, LegacyImage } from "../types/guest.ts";

const LEGACY_IMAGES = [
  "amazonLinuxBefore201609",
  "ubuntu14",
  "ubuntu16",
  "rhel6",
  "rhel7Before74",
  "rhel7From74",
  "windowsServer2008",
] as const satisfies readonly LegacyImage[];

/** A host's guest settings, and the user data that follows from them. */
export interface NormalisedGuest {
  /** Null: the author wrote none. */
  readonly guest: Guest | null;
  /** Final; null: none. */
  readonly userData: string | null;
}

/** What a host's guest is told; user data that cannot follow it is reported. `os` is null for an AMI alone. */
export function normaliseGuest(
  context: Context,
  written: WrittenHost,
  os: string | null,
  region: string,
  path: Path,
): NormalisedGuest {
  const userData = written.userData ?? null;
  if (written.guest === undefined) return { guest: null, userData };
  const legacyDhcpv6 = legacyImageOf(written.guest);
  const guest: Guest = {
    path: [...path, "guest"],
    platform: platformOf(os, legacyDhcpv6, userData),
    awsDualStackEndpoints: written.guest.awsDualStackEndpoints,
    imdsIpv6: written.guest.imdsIpv6,
    timeServerIpv6: written.guest.timeServerIpv6,
    dockerRegistryMirror: written.guest.dockerRegistryMirror ?? null,
    packageMirror: written.guest.packageMirror ?? null,
    yumHttps: written.guest.yumHttps,
    legacyDhcpv6,
    nat64: written.guest.nat64,
    format: written.guest.format,
  };
  const { text, problem } = userDataOf(guest, region, userData);
  if (problem !== null) {
    report(context, "model/guest-user-data", [...path, "userData"], problem.message, problem.hint);
  }
  return { guest, userData: text };
}

function legacyImageOf({ legacyDhcpv6 }: NonNullable<WrittenHost["guest"]>): LegacyImage | null {
  if (legacyDhcpv6 === undefined) return null;
  return LEGACY_IMAGES.find((image) => legacyDhcpv6[image] !== undefined) ?? null;
}

/** An AMI without `os` is what its old image or its user data say; otherwise Linux. */
function platformOf(
  os: string | null,
  legacy: LegacyImage | null,
  userData: string | null,
): Guest["platform"] {
  const system = os === null ? null : operatingSystem(os);
  if (system !== null) return system.platform;
  if (legacy !== null) return legacy === "windowsServer2008" ? "windows" : "linux";
  return /<(?:powershell|script)>/i.test((userData ?? "").trimStart().split("\n")[0] ?? "")
    ? "windows"
    : "linux";
}
