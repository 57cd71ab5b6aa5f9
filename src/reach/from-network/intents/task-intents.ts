import type { Path } from "../../../base/path.ts";
import { ecrRegistry } from "../../../model/ecs/container-images.ts";
import { terraformAddress } from "../../../model/migration/terraform-address.ts";
import type { Container, EcsService } from "../../../model/types/ecs.ts";
import { taskOf } from "../ecs.ts";
import { at, type NetworkContext } from "../network-context.ts";
import type { Declared, Meant } from "./meant.ts";

/** A task pulls its images, writes its log and reads its secrets: by itself on Fargate, by its host on EC2. */
export function taskIntents({ context }: Declared): readonly Meant[] {
  return context.network.ecs.services.flatMap((service) =>
    needsOf(context, service).map(
      ({ path, destination, why }): Meant => ({
        node: callerOf(service),
        intent: {
          place: at(path),
          to: { kind: "destination", id: destination },
          protocol: "tcp",
          port: 443,
          family: "any",
          why: `${why} of service ${service.name}`,
        },
      }),
    ),
  );
}

function callerOf({ name, capacity }: EcsService): string {
  return capacity.kind === "fargate"
    ? terraformAddress("aws_ecs_service", name)
    : terraformAddress("aws_autoscaling_group", capacity.autoScalingGroup);
}

/** A destination that a task needs, and where it is written. */
interface Need {
  readonly path: Path;
  readonly destination: string;
  readonly why: string;
}

function needsOf(context: NetworkContext, service: EcsService): readonly Need[] {
  const task = taskOf(context, service);
  return [
    ...task.containers.flatMap((container) => [...imageOf(container), ...secretsOf(container)]),
    { path: task.path, destination: "logs", why: "log" },
  ];
}

function imageOf({ path, name, image }: Container): readonly Need[] {
  const destination = ecrRegistry(image.registry) === null ? REGISTRIES.get(image.registry) : "ecr";
  // What is known of another registry is its name alone.
  return destination === undefined ? [] : [{ path: [...path, "image"], destination, why: `image ${name}` }];
}

/** Destinations by the host names of registries. */
const REGISTRIES: ReadonlyMap<string, string> = new Map([
  ["docker.io", "docker-hub"],
  ["ghcr.io", "ghcr.io"],
  ["public.ecr.aws", "public-ecr"],
  ["quay.io", "quay.io"],
  ["registry.k8s.io", "registry.k8s.io"],
]);

function secretsOf({ path, secrets }: Container): readonly Need[] {
  return secrets
    .filter(({ valueFrom }) => /^arn:[^:]+:secretsmanager:/.test(valueFrom))
    .map(({ name }) => ({
      path: [...path, "secrets", name],
      destination: "secretsmanager",
      why: `secret ${name}`,
    }));
}
