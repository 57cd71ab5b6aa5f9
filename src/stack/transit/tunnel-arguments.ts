import type { VpnConnectionConfig } from "@cdktf/provider-aws/lib/vpn-connection/index.js";
import { formatPrefix } from "../../base/prefix.ts";
import type { Cidr } from "../../model/types/shared.ts";
import type { VpnTunnel } from "../../model/types/vpn.ts";
import { omitNull } from "../omit-null.ts";

/** The arguments of both tunnels. */
export function tunnelArguments([first, second]: readonly [
  VpnTunnel,
  VpnTunnel,
]): Partial<VpnConnectionConfig> {
  return {
    tunnel1StartupAction: first.startupAction,
    tunnel1DpdTimeoutAction: first.dpdTimeoutAction,
    tunnel1DpdTimeoutSeconds: first.dpdTimeoutSeconds,
    tunnel2StartupAction: second.startupAction,
    tunnel2DpdTimeoutAction: second.dpdTimeoutAction,
    tunnel2DpdTimeoutSeconds: second.dpdTimeoutSeconds,
    ...omitNull({
      tunnel1InsideCidr: block(first.insideCidr),
      tunnel1InsideIpv6Cidr: block(first.insideIpv6Cidr),
      tunnel1IkeVersions: versions(first),
      tunnel2InsideCidr: block(second.insideCidr),
      tunnel2InsideIpv6Cidr: block(second.insideIpv6Cidr),
      tunnel2IkeVersions: versions(second),
    }),
  };
}

function block(cidr: Cidr | null): string | null {
  return cidr === null ? null : formatPrefix(cidr.prefix);
}

function versions({ ikeVersions }: VpnTunnel): string[] | null {
  return ikeVersions === null ? null : [...ikeVersions];
}
