import type { Path } from "../../base/path.ts";
import type { Listener, ListenerAction } from "../types/listeners.ts";
import type { LoadBalancer } from "../types/load-balancing.ts";

/** What is done with requests, by a listener or by a rule of it, and where the blueprint says so. */
interface Decision {
  readonly listener: Listener;
  /** Of the listener or the rule, in which `action` stands. */
  readonly path: Path;
  readonly action: ListenerAction;
}

/** The actions of a load balancer's listeners and of their rules. */
export function decisionsOf({ listeners }: LoadBalancer): readonly Decision[] {
  return listeners.flatMap((listener) =>
    [listener, ...listener.rules].map(({ path, action }) => ({ listener, path, action })),
  );
}
