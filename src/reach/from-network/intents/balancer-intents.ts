import type { Path } from "../../../base/path.ts";
import { forwardsOf } from "../../../model/load-balancing/forwards-of.ts";
import { terraformAddress } from "../../../model/migration/terraform-address.ts";
import type { HealthCheck, LoadBalancer, TargetGroup } from "../../../model/types/load-balancing.ts";
import { clientFamilies, transportsOf } from "../load-balancing.ts";
import { at } from "../network-context.ts";
import type { Declared, Meant } from "./meant.ts";

/** A load balancer is there for its clients to reach its listeners, and for itself to reach its targets. */
export function balancerIntents(declared: Declared): readonly Meant[] {
  return declared.context.network.loadBalancers.flatMap((balancer) => [
    ...fromInternet(balancer),
    ...toTargets(declared, balancer),
  ]);
}

function fromInternet(balancer: LoadBalancer): readonly Meant[] {
  if (balancer.internal) return [];
  const node = terraformAddress("aws_lb", balancer.name);
  return balancer.listeners.flatMap(({ path, name, port, protocol }) =>
    clientFamilies(balancer).flatMap((family) =>
      transportsOf(protocol).map(
        (transport): Meant => ({
          node,
          intent: {
            place: at([...path, "port"]),
            to: { kind: "from-internet" },
            protocol: transport,
            port,
            family,
            why: `clients of listener ${name}`,
          },
        }),
      ),
    ),
  );
}

function toTargets(declared: Declared, balancer: LoadBalancer): readonly Meant[] {
  const forwards = balancer.listeners.flatMap(forwardsOf).map(({ targetGroup }) => targetGroup);
  const groups = declared.context.network.targetGroups.filter(({ name }) => forwards.includes(name));
  return groups.flatMap((group) =>
    targetsOf(declared, group).flatMap((target) => connectionsTo(balancer, group, target)),
  );
}

/** A node that a target group sends to. */
interface Target {
  readonly id: string;
  readonly port: number;
  readonly path: Path;
}

function targetsOf({ context }: Declared, { name, path, port, targets }: TargetGroup): readonly Target[] {
  const portPath = [...path, "port"];
  const services = context.network.ecs.services.flatMap((service) =>
    service.loadBalancers
      .filter(({ targetGroup }) => targetGroup === name)
      .map(
        (one): Target => ({
          id: terraformAddress("aws_ecs_service", service.name),
          port: one.containerPort,
          path: one.path,
        }),
      ),
  );
  const attached = targets.attachments.flatMap((attachment): readonly Target[] => {
    // An address may be anybody's.
    if (attachment.target.kind === "address") return [];
    const id = terraformAddress("aws_instance", attachment.target.name);
    return [
      { id, port: attachment.port ?? port, path: attachment.port === null ? portPath : attachment.path },
    ];
  });
  const groups = targets.autoScalingGroups.map(
    (group): Target => ({ id: terraformAddress("aws_autoscaling_group", group), port, path: portPath }),
  );
  return [...groups, ...attached, ...services];
}

function connectionsTo(balancer: LoadBalancer, group: TargetGroup, target: Target): readonly Meant[] {
  const node = terraformAddress("aws_lb", balancer.name);
  const family = group.ipAddressType;
  const to = { kind: "node", id: target.id } as const;
  const health = healthPort(group.healthCheck, target.port);
  const traffic = keepsClientAddress(balancer, group)
    ? []
    : transportsOf(group.protocol).map((protocol) => ({
        protocol,
        why: `traffic of target group ${group.name}`,
      }));
  return [
    ...traffic.map(
      ({ protocol, why }): Meant => ({
        node,
        intent: { place: at(target.path), to, protocol, port: target.port, family, why },
      }),
    ),
    {
      node,
      intent: {
        place: at(health === target.port ? target.path : [...group.path, "healthCheck", "port"]),
        to,
        protocol: "tcp",
        port: health,
        family,
        why: `health check of target group ${group.name}`,
      },
    },
  ];
}

function healthPort({ port }: HealthCheck, targetPort: number): number {
  return port === "traffic-port" ? targetPort : Number(port);
}

/**
 * A network load balancer hands the client's own address on to instances, and to addresses over UDP: whom the target's group
 * lets in is then the client, of whom nothing is known here:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html, checked on 2026-11-29.
 */
function keepsClientAddress({ type }: LoadBalancer, { targetType, protocol }: TargetGroup): boolean {
  return type === "network" && (targetType === "instance" || transportsOf(protocol).includes("udp"));
}
