import type {
  AutoScalingGroup,
  Compute,
  Host,
  Instance,
  LaunchTemplate,
} from "../../src/model/types/compute.ts";
import type { LoadBalancer, TargetGroup } from "../../src/model/types/load-balancing.ts";
import { groupName } from "./names.ts";
import { sampleNetwork } from "./sample-network.ts";

/** What a network without any host has. */
export const NO_COMPUTE: Compute = sampleNetwork().compute;

/** A Nitro host with a fixed AMI in security group `web`, and nothing that a host can be without. */
export function sampleHost(overrides: Partial<Host> = {}): Host {
  return {
    path: ["compute", "instances", "web"],
    instanceType: { name: "t4g.small", ipv6: "yes", hypervisor: "nitro", maxIpv6Addresses: 4 },
    os: "amazon-linux-2023",
    image: { kind: "id", id: "ami-0123456789abcdef0" },
    isArchitectureAssumed: false,
    metadata: {
      ipv6: true,
      ipv6IsExplicit: false,
      httpTokens: "required",
      httpPutResponseHopLimit: 2,
      instanceMetadataTags: false,
    },
    keyPair: null,
    instanceProfile: null,
    securityGroups: [groupName("web")],
    userData: null,
    writtenUserData: null,
    guest: null,
    ipv6AddressCount: null,
    enablePrimaryIpv6: false,
    associatePublicIpAddress: null,
    rootVolume: { deviceName: "/dev/xvda", sizeGib: null, type: "gp3", iops: null, encrypted: true },
    detailedMonitoring: false,
    tags: {},
    ...overrides,
  };
}

/** Launch template `web` of the host. */
export function sampleLaunchTemplate(overrides: Partial<LaunchTemplate> = {}): LaunchTemplate {
  return {
    name: "web",
    path: ["compute", "launchTemplates", "web"],
    displayName: "sample-web",
    host: sampleHost(),
    tiers: [],
    asksForAddresses: false,
    asksForImdsIpv6: false,
    ...overrides,
  };
}

/** Auto scaling group `web` of launch template `web`, in no subnet. */
export function sampleAutoScalingGroup(overrides: Partial<AutoScalingGroup> = {}): AutoScalingGroup {
  return {
    name: "web",
    path: ["compute", "autoScalingGroups", "web"],
    displayName: "sample-web",
    tiers: [],
    subnets: [],
    launchTemplate: "web",
    minSize: 1,
    maxSize: 3,
    desiredCapacity: 2,
    scaling: null,
    healthCheckType: "ELB",
    healthCheckGracePeriod: 300,
    targetGroups: [],
    tags: {},
    ...overrides,
  };
}

/** Instance `bastion`; the tier and the subnet are the test's to say. */
export function sampleInstance(
  place: Pick<Instance, "tier" | "subnet">,
  overrides: Partial<Instance> = {},
): Instance {
  return {
    name: "bastion",
    path: ["compute", "instances", "bastion"],
    displayName: "sample-bastion",
    host: sampleHost(),
    ipv6Addresses: [],
    privateIp: null,
    elasticIp: false,
    sourceDestCheck: true,
    ...place,
    ...overrides,
  };
}

/** IPv6 target group `web` of instances, without targets. */
export function sampleTargetGroup(overrides: Partial<TargetGroup> = {}): TargetGroup {
  return {
    name: "web",
    path: ["targetGroups", "web"],
    displayName: "sample-web",
    namePrefix: "web-",
    protocol: "HTTP",
    port: 8080,
    ipAddressType: "ipv6",
    targetType: "instance",
    protocolVersion: null,
    deregistrationDelay: 30,
    healthCheck: {
      protocol: "HTTP",
      port: "traffic-port",
      path: "/healthz",
      matcher: "200-299",
      interval: 10,
      timeout: 5,
      healthyThreshold: 3,
      unhealthyThreshold: 2,
    },
    targets: { autoScalingGroups: [], attachments: [] },
    loadBalancers: [],
    tags: {},
    ...overrides,
  };
}

/** Dual-stack application load balancer `web` without listeners, in no subnet. */
export function sampleLoadBalancer(overrides: Partial<LoadBalancer> = {}): LoadBalancer {
  return {
    name: "web",
    path: ["loadBalancers", "web"],
    displayName: "sample-web",
    type: "application",
    ipAddressType: "dualstack",
    internal: false,
    tiers: [],
    subnets: [],
    mappings: [],
    securityGroups: [],
    deletionProtection: false,
    idleTimeout: 60,
    http: {
      clientKeepAlive: 3600,
      preserveHostHeader: false,
      xffHeaderProcessingMode: "append",
      enableXffClientPort: false,
      dropInvalidHeaderFields: true,
      desyncMitigationMode: "defensive",
      enableHttp2: true,
      enableTlsVersionAndCipherSuiteHeaders: false,
      enableWafFailOpen: false,
    },
    webAclArn: null,
    accessLogs: null,
    connectionLogs: null,
    crossZone: null,
    listeners: [],
    tags: {},
    ...overrides,
  };
}
