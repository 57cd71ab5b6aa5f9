import type { Path } from "../../base/path.ts";
import type {
  AutoScalingGroup as WrittenGroup,
  LaunchTemplate as WrittenHost,
} from "../../blueprint/blueprint.generated.ts";
import { type Context, report } from "../context.ts";

/** Host settings with a default in the schema: they say something only where they differ from it. @internal exported for its test */
export const hostDefaults = {
  securityGroups: [],
  detailedMonitoring: false,
  metadata: { httpTokens: "required", httpPutResponseHopLimit: 2, instanceMetadataTags: false },
  rootVolume: { type: "gp3", encrypted: true },
} as const;

const SETTINGS_WITHOUT_DEFAULT = [
  "instanceType",
  "os",
  "ami",
  "architecture",
  "keyPair",
  "instanceProfile",
  "userData",
  "guest",
  "ipv6AddressCount",
  "enablePrimaryIpv6",
  "associatePublicIpAddress",
] as const satisfies readonly (keyof WrittenGroup)[];

/** The host that a group describes itself; null when it names a launch template, or describes none. */
export function inlineHost(written: WrittenGroup): WrittenHost | null {
  const { launchTemplate, instanceType } = written;
  return launchTemplate !== undefined || instanceType === undefined ? null : { ...written, instanceType };
}

/** True when a group either names a launch template or describes its hosts; otherwise reports what is wrong. */
export function checkHostSettings(
  context: Context,
  name: string,
  written: WrittenGroup,
  path: Path,
): boolean {
  const settings = writtenHostSettings(written);
  const first = settings[0];
  const group = `auto scaling group ${JSON.stringify(name)}`;
  if (written.launchTemplate !== undefined && first !== undefined) {
    const message = `${group} names a launch template and has host settings of its own: ${settings.join(", ")}`;
    const hint = "move them into the launch template, or remove launchTemplate";
    report(context, "model/host-settings", [...path, first], message, hint);
    return false;
  }
  if (written.launchTemplate === undefined && written.instanceType === undefined) {
    const message = `${group} has neither instanceType nor launchTemplate`;
    report(
      context,
      "model/host-settings",
      path,
      message,
      "write instanceType, such as t4g.small, or launchTemplate",
    );
    return false;
  }
  return true;
}

function writtenHostSettings(written: WrittenGroup): readonly string[] {
  const { securityGroups, detailedMonitoring, metadata, rootVolume } = written;
  const settings: string[] = SETTINGS_WITHOUT_DEFAULT.filter((key) => written[key] !== undefined);
  if (securityGroups.length > 0) settings.push("securityGroups");
  if (differs(metadata, hostDefaults.metadata)) settings.push("metadata");
  if (differs(rootVolume, hostDefaults.rootVolume)) settings.push("rootVolume");
  if (detailedMonitoring !== hostDefaults.detailedMonitoring) settings.push("detailedMonitoring");
  return settings;
}

/** True when the settings say anything beside the defaults. */
function differs(settings: object, defaults: object): boolean {
  const expected = new Map<string, unknown>(Object.entries(defaults));
  return Object.entries(settings).some(([key, value]) => expected.get(key) !== value);
}
