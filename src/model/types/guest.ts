import type { Path } from "../../base/path.ts";

/** Old images that want DHCPv6 set up, by the author's key. */
export type LegacyImage =
  | "amazonLinuxBefore201609"
  | "ubuntu14"
  | "ubuntu16"
  | "rhel6"
  | "rhel7Before74"
  | "rhel7From74"
  | "windowsServer2008";

/** What a host's operating system is told about IPv6 at its first start. */
export interface Guest {
  readonly path: Path;
  /** In which language it is told. */
  readonly platform: "linux" | "windows";
  readonly awsDualStackEndpoints: boolean;
  readonly imdsIpv6: boolean;
  readonly timeServerIpv6: boolean;
  /** URL; null: none. */
  readonly dockerRegistryMirror: string | null;
  /** URL; null: the image's own. */
  readonly packageMirror: string | null;
  /** False: Amazon Linux 2 is to read its package repositories by HTTP. */
  readonly yumHttps: boolean;
  readonly legacyDhcpv6: LegacyImage | null;
  /** It translates IPv6 packets to 64:ff9b::/96 into IPv4 ones of its own. */
  readonly nat64: boolean;
  readonly format: "script" | "cloud-init";
}
