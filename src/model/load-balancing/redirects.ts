import type { Listener, Redirect } from "../types/listeners.ts";

/** True when a redirect keeps the protocol of the listener, written or left out. */
export function keepsProtocol({ protocol }: Listener, redirect: Redirect): boolean {
  return redirect.protocol === "#{protocol}" || redirect.protocol === protocol;
}

/** True when a redirect keeps the port of the listener, written or left out. */
export function keepsPort({ port }: Listener, redirect: Redirect): boolean {
  return redirect.port === "#{port}" || redirect.port === String(port);
}

/** True when a redirect leads to the path that the request had. */
export function keepsPath(redirect: Redirect): boolean {
  return redirect.path === "/#{path}";
}

/** True when a redirect leads to the host that the request had. */
export function keepsHost(redirect: Redirect): boolean {
  return redirect.host === "#{host}";
}
