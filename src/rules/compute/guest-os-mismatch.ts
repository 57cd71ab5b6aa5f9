import { guestFacts } from "../../aws/facts/guests.ts";
import { foreignSettings } from "../../model/guests/guest-systems.ts";
import { hostsOf } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** Guest settings are for the operating system that the host has. */
export const guestOsMismatch: Rule<"guest-os-mismatch"> = {
  id: "guest-os-mismatch",
  severity: "warning",
  title: "Guest settings are those of the host's operating system.",
  why: "The command amazon-linux-https exists on Amazon Linux 2 only, the package mirror is written into Ubuntu's sources, tayga is a package of Ubuntu and Debian, cloud-init runs on Linux and netsh on Windows. On any other operating system the setting could only fail at the first start, or do nothing.",
  sources: [
    guestFacts.amazonLinux2YumOverHttp,
    guestFacts.windowsRunsPowershellBlocks,
    guestFacts.taygaTranslates,
  ],
  check(network, report) {
    for (const { host } of hostsOf(network)) {
      for (const { key, owner } of foreignSettings(host)) {
        // An AMI of Linux may be any Linux: nothing is foreign to it.
        const system = host.os ?? "an AMI of Windows";
        report(
          [...host.path, "guest", key],
          `guest.${key} is for ${owner}, and this host has ${system}`,
          hintFor(key, host.os === null),
        );
      }
    }
  },
};

/** What routes lead to must translate: without the setting that is an error. */
function hintFor(key: string, isAmi: boolean): string {
  const out = key === "nat64" ? "take an os of Ubuntu or Debian, or another instance" : `leave ${key} out`;
  return isAmi ? `${out}, or say with os what the AMI is` : out;
}
