import { vpnFacts } from "../../aws/facts/vpn.ts";
import type { Path } from "../../base/path.ts";
import type { VpnConnection } from "../../model/types/vpn.ts";
import type { Rule } from "../rule.ts";

/** Static routes are told where no BGP brings any. */
export const vpnConnectionStaticRoutes: Rule<"vpn-connection-static-routes"> = {
  id: "vpn-connection-static-routes",
  severity: "warning",
  title: "A VPN connection has static routes where it has no BGP and a virtual private gateway at its end.",
  why: "The static routes of a connection say to a virtual private gateway what lies behind the device, where BGP does not. Without them a connection with staticRoutesOnly carries nothing. With BGP they are not taken, and of a transit gateway static routes stand in its route tables: network.transitGatewayRouteTables, with target: { vpnConnection: <name> }.",
  sources: [vpnFacts.staticRoutesOfVirtualPrivateGateways],
  check({ vpnConnections }, report) {
    for (const connection of vpnConnections) {
      const found = whatIsWrong(connection);
      if (found !== null) report(found.at, `VPN connection "${connection.name}" ${found.what}`, found.hint);
    }
  },
};

interface Wrong {
  readonly at: Path;
  readonly what: string;
  readonly hint: string;
}

function whatIsWrong({ path, gateway, staticRoutesOnly, routes }: VpnConnection): Wrong | null {
  const at = [...path, "routes"];
  if (gateway.kind === "transit-gateway-attachment") {
    const hint = "move them to a table in network.transitGatewayRouteTables";
    return routes.length > 0
      ? { at, what: "has static routes, and a transit gateway at its end", hint }
      : null;
  }
  if (staticRoutesOnly && routes.length === 0) {
    const what = "has static routes only, and there is none";
    return { at: [...path, "staticRoutesOnly"], what, hint: "write routes: the blocks behind the device" };
  }
  if (staticRoutesOnly || routes.length === 0) return null;
  const hint = "write staticRoutesOnly: true, or remove the routes and let BGP tell them";
  return { at, what: "has static routes beside BGP", hint };
}
