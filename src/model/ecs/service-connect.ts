import type { Path } from "../../base/path.ts";
import type {
  Blueprint,
  ServiceConnect as WrittenConnect,
  ServiceConnectService as WrittenEndpoint,
} from "../../blueprint/blueprint.generated.ts";
import { type Context, checkReference, present, report, sortedEntries } from "../context.ts";
import { knownName, namesOf } from "../references.ts";
import type { EcsService, PortName, TaskDefinition } from "../types/ecs.ts";
import type { ServiceConnect, ServiceConnectCall, ServiceConnectEndpoint } from "../types/service-connect.ts";

/** The part of a service in its namespace; null: it has none, or names a namespace that is not there. */
export function normaliseServiceConnect(
  context: Context,
  blueprint: Blueprint,
  task: TaskDefinition,
  written: WrittenConnect | undefined,
  path: Path,
): ServiceConnect | null {
  if (written === undefined) return null;
  const namespaces = namesOf(blueprint.ecs.namespaces);
  const namespace = knownName(context, "namespace", written.namespace, namespaces, [...path, "namespace"]);
  const ports = task.containers.flatMap(({ portNames }) => portNames);
  const endpoints = sortedEntries(written.services).map(([name, one]) => {
    const ownPath = [...path, "services", name];
    const isKnown = checkReference(context, "port name", name, namesIn(ports), ownPath);
    const port = ports.find((candidate) => candidate.name === name);
    return isKnown && port !== undefined ? endpointOf(port, one, ownPath) : null;
  });
  const calls = callsOf(context, blueprint, written, [...path, "calls"]);
  return namespace === null ? null : { path, namespace, endpoints: present(endpoints), calls };
}

function namesIn(ports: readonly PortName[]): readonly string[] {
  return ports.map(({ name }) => name).sort();
}

function endpointOf(port: PortName, written: WrittenEndpoint, path: Path): ServiceConnectEndpoint {
  const { discoveryName, clientAlias, ingressPortOverride, timeout } = written;
  return {
    path,
    port,
    discoveryName: discoveryName ?? port.name,
    clientAlias: { port: clientAlias.port, dnsName: clientAlias.dnsName ?? null },
    ingressPortOverride: ingressPortOverride ?? null,
    timeout: {
      idleTimeoutSeconds: timeout?.idleTimeoutSeconds ?? null,
      perRequestTimeoutSeconds: timeout?.perRequestTimeoutSeconds ?? null,
    },
  };
}

/** Of another namespace nothing can be called, nor of a service without endpoints. */
function callsOf(
  context: Context,
  { ecs }: Blueprint,
  { namespace, calls }: WrittenConnect,
  path: Path,
): readonly ServiceConnectCall[] {
  const callable = namesOf(ecs.services).filter((name) => {
    const other = ecs.services[name]?.serviceConnect;
    return other?.namespace === namespace && namesOf(other.services).length > 0;
  });
  const kind = `service with endpoints in namespace ${JSON.stringify(namespace)}`;
  return calls
    .map((service, index): ServiceConnectCall => ({ path: [...path, index], service }))
    .filter((call) => checkReference(context, kind, call.service, callable, call.path))
    .sort((a, b) => (a.service < b.service ? -1 : 1));
}

/** Reports the calls that lead back to the service that makes them. */
export function checkCalls(context: Context, services: readonly EcsService[]): void {
  const calls = new Map(services.map(({ name, serviceConnect }) => [name, serviceConnect?.calls ?? []]));
  for (const [name, own] of calls) {
    for (const { path, service } of own) {
      if (!isReached(calls, service, name)) continue;
      const message = `service "${name}" calls "${service}", which waits for "${name}" itself`;
      report(context, "model/service-connect-circle", path, message);
    }
  }
}

function isReached(
  calls: ReadonlyMap<string, readonly ServiceConnectCall[]>,
  from: string,
  wanted: string,
): boolean {
  const seen = new Set([from]);
  for (const name of seen) for (const { service } of calls.get(name) ?? []) seen.add(service);
  return seen.has(wanted);
}
