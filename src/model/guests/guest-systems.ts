import { type OperatingSystem, operatingSystem } from "../../aws/images.ts";
import type { Host } from "../types/compute.ts";
import type { Guest } from "../types/guest.ts";

/** A guest setting that the host's operating system does not know. */
export interface ForeignSetting {
  readonly key: "packageMirror" | "yumHttps" | "legacyDhcpv6" | "nat64" | "format";
  /** Whose it is. */
  readonly owner: string;
}

/** The operating system that the author named; null for an AMI alone. */
export function systemOf({ os }: Host): OperatingSystem | null {
  return os === null ? null : operatingSystem(os);
}

/** The settings that are meant for another operating system; an AMI alone may be anything of its platform. */
export function foreignSettings(host: Host): readonly ForeignSetting[] {
  const { guest, os } = host;
  if (guest === null) return [];
  const isLinux = guest.platform === "linux";
  const isOther = (matches: (name: string) => boolean) => !isLinux || (os !== null && !matches(os));
  const noUbuntu = isOther((name) => name.startsWith("ubuntu-"));
  const noApt = isOther((name) => name.startsWith("ubuntu-") || name.startsWith("debian-"));
  const noAmazonLinux2 = isOther((name) => name === "amazon-linux-2");
  const settings: readonly (ForeignSetting & { readonly isForeign: boolean })[] = [
    { key: "packageMirror", owner: "Ubuntu", isForeign: guest.packageMirror !== null && noUbuntu },
    { key: "yumHttps", owner: "Amazon Linux 2", isForeign: !guest.yumHttps && noAmazonLinux2 },
    { key: "legacyDhcpv6", ...ownerOfRecipe(guest) },
    { key: "nat64", owner: "Ubuntu and Debian", isForeign: guest.nat64 && noApt },
    { key: "format", owner: "Linux", isForeign: !isLinux && guest.format === "cloud-init" },
  ];
  return settings.filter(({ isForeign }) => isForeign);
}

function ownerOfRecipe({ legacyDhcpv6, platform }: Guest): { owner: string; isForeign: boolean } {
  const owner = legacyDhcpv6 === "windowsServer2008" ? "Windows" : "Linux";
  return { owner, isForeign: legacyDhcpv6 !== null && owner.toLowerCase() !== platform };
}
