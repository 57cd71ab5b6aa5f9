import type { Path } from "../../base/path.ts";
import type { EcsScaling } from "./ecs-scaling.ts";
import type { ServiceConnect } from "./service-connect.ts";
import type { ServiceRole } from "./service-roles.ts";
import type { SecurityGroupName, SubnetId, Tags, TierName } from "./shared.ts";

/** Amazon ECS: clusters, what runs in them, and what keeps it running. */
export interface Ecs {
  readonly namespaces: readonly EcsNamespace[];
  readonly clusters: readonly EcsCluster[];
  readonly taskDefinitions: readonly TaskDefinition[];
  readonly services: readonly EcsService[];
}

/** A namespace of Cloud Map, in which services find each other. */
interface EcsNamespace {
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  readonly tags: Tags;
}

interface EcsCluster {
  readonly name: string;
  readonly path: Path;
  /** What container instances write into `ECS_CLUSTER`. */
  readonly displayName: string;
  /** Whether services of it run on Fargate Spot. */
  readonly hasSpot: boolean;
  readonly containerInsights: "disabled" | "enabled" | "enhanced";
  readonly tags: Tags;
}

/** A launch type, in AWS's words. */
export type LaunchType = "FARGATE" | "EC2";

/** What runs together. Its network mode is always `awsvpc`: one network interface for each task. */
export interface TaskDefinition {
  readonly name: string;
  readonly path: Path;
  readonly family: string;
  /** CPU units: 1024 are one vCPU. */
  readonly cpu: number;
  /** MiB. */
  readonly memory: number;
  readonly cpuArchitecture: "X86_64" | "ARM64";
  readonly operatingSystemFamily: string;
  /** What its services run it on; Fargate where no service does. Sorted. */
  readonly launchTypes: readonly LaunchType[];
  readonly containers: readonly Container[];
  readonly logGroup: { readonly name: string; readonly retentionInDays: number };
  readonly executionRole: ExecutionRole;
  /** Null: the containers act as nobody. */
  readonly taskRole: TaskRole | null;
  readonly tags: Tags;
}

/** One container of a task. */
export interface Container {
  readonly name: string;
  readonly path: Path;
  readonly image: ContainerImage;
  /** TCP ports, sorted. */
  readonly ports: readonly number[];
  /** Sorted by name. */
  readonly portNames: readonly PortName[];
  /** Sorted by name. */
  readonly environment: readonly { readonly name: string; readonly value: string }[];
  /** Sorted by name; the value is an ARN. */
  readonly secrets: readonly { readonly name: string; readonly valueFrom: string }[];
  /** Empty: as the image says. */
  readonly command: readonly string[];
  readonly essential: boolean;
  /** Null: a container that runs is well. */
  readonly healthCheck: ContainerHealthCheck | null;
}

/** The name of a container's port, for Service Connect. */
export interface PortName {
  readonly name: string;
  readonly path: Path;
  readonly containerPort: number;
  /** Null: TCP. */
  readonly appProtocol: "http" | "http2" | "grpc" | null;
}

/** How ECS asks a container whether it is well; times are in seconds. */
interface ContainerHealthCheck {
  readonly command: readonly string[];
  readonly interval: number;
  readonly timeout: number;
  readonly retries: number;
  readonly startPeriod: number;
}

/** A container's image, taken apart. */
export interface ContainerImage {
  /** As the author wrote it. */
  readonly text: string;
  /** Host name of the registry in lower case, without a port; `docker.io` where the author names none. */
  readonly registry: string;
  /** Path within the registry, without tag and digest. */
  readonly repository: string;
}

/** What ECS itself may do for a task: pull its images, write its log, read its secrets. */
export interface ExecutionRole {
  readonly role: ServiceRole;
  /** ARNs of the private ECR repositories it pulls from, sorted. */
  readonly repositories: readonly string[];
  /** ARNs of Secrets Manager secrets, without the JSON key that the author may have appended. Sorted. */
  readonly secrets: readonly string[];
  /** ARNs of SSM parameters, sorted. */
  readonly parameters: readonly string[];
}

/** What the containers themselves may do. */
export interface TaskRole {
  readonly role: ServiceRole;
  /** True when a service opens ECS Exec sessions, which the containers' agent does with this role. */
  readonly executeCommand: boolean;
}

/** Tasks that ECS keeps running in subnets of the VPC. */
export interface EcsService {
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  readonly cluster: string;
  readonly taskDefinition: string;
  readonly capacity: EcsCapacity;
  readonly desiredCount: number;
  /** Null: the number of tasks is `desiredCount`. */
  readonly scaling: EcsScaling | null;
  readonly tiers: readonly TierName[];
  /** Logical ids of the subnets. */
  readonly subnets: readonly SubnetId[];
  readonly securityGroups: readonly SecurityGroupName[];
  readonly assignPublicIp: boolean;
  readonly enableExecuteCommand: boolean;
  /** The target groups that it registers its tasks with, sorted by name. */
  readonly loadBalancers: readonly EcsLoadBalancer[];
  /** Null: it has no part in a namespace. */
  readonly serviceConnect: ServiceConnect | null;
  readonly tags: Tags;
}

/** What a service's tasks run on. */
export type EcsCapacity =
  | {
      readonly kind: "fargate";
      readonly path: Path;
      readonly platformVersion: string;
      /** Null: none of the tasks runs on Spot. */
      readonly spot: FargateSpot | null;
    }
  | { readonly kind: "ec2"; readonly path: Path; readonly autoScalingGroup: string };

/** How tasks are shared between Fargate on demand and Fargate Spot. */
export interface FargateSpot {
  /** How many tasks are on demand before shares count. */
  readonly base: number;
  readonly onDemandWeight: number;
  readonly spotWeight: number;
}

/** One block `load_balancer` of a service. */
export interface EcsLoadBalancer {
  readonly targetGroup: string;
  /** Where the target group names the service. */
  readonly path: Path;
  readonly containerName: string;
  readonly containerPort: number;
}
