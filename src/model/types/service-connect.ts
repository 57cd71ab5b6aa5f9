import type { Path } from "../../base/path.ts";
import type { PortName } from "./ecs.ts";

/** How a service calls others of a namespace, and is called. */
export interface ServiceConnect {
  readonly path: Path;
  /** A key in `ecs.namespaces`. */
  readonly namespace: string;
  /** Sorted by the port's name; none: it is not called. */
  readonly endpoints: readonly ServiceConnectEndpoint[];
  /** Services of the namespace, sorted. */
  readonly calls: readonly ServiceConnectCall[];
}

/** A port of a service that its namespace may call. */
export interface ServiceConnectEndpoint {
  readonly path: Path;
  readonly port: PortName;
  readonly discoveryName: string;
  readonly clientAlias: ClientAlias;
  /** Null: the proxy listens on the container's port. */
  readonly ingressPortOverride: number | null;
  readonly timeout: ServiceConnectTimeout;
}

interface ClientAlias {
  readonly port: number;
  /** As the author wrote it; null: the discovery name and the namespace's. */
  readonly dnsName: string | null;
}

/** In seconds; null: as AWS does. */
interface ServiceConnectTimeout {
  readonly idleTimeoutSeconds: number | null;
  readonly perRequestTimeoutSeconds: number | null;
}

/** A service that another one calls. */
export interface ServiceConnectCall {
  readonly path: Path;
  readonly service: string;
}
