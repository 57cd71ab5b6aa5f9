// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what shells write
import { parseIpv6 } from "../../src/base/address.ts";
import type { Compute, FixedIpv6Address, Image } from "../../src/model/types/compute.ts";
import type { Listener } from "../../src/model/types/listeners.ts";
import type { LoadBalancer, TargetGroup } from "../../src/model/types/load-balancing.ts";
import type { Network } from "../../src/model/types/network.ts";
import { groupName, tierName } from "./names.ts";
import {
  sampleAutoScalingGroup,
  sampleHost,
  sampleInstance,
  sampleLaunchTemplate,
  sampleLoadBalancer,
  sampleTargetGroup,
} from "./sample-hosts.ts";
import { wholeNetwork } from "./whole-network.ts";

/** An image by public SSM parameter, as it stands in a host. */
const PARAMETER_IMAGE = {
  kind: "ssm-parameter",
  parameter: "al2023_arm64",
  name: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64",
} as const satisfies Image;

/** The fixed address of an instance; throws when the text is none. */
function fixedAddress(text: string, relative: boolean): FixedIpv6Address {
  const address = parseIpv6(text);
  if (address === null) throw new Error(`${text} is no address`);
  return { path: ["compute", "instances", "bastion", "ipv6Addresses", 0], text, address, relative };
}

const HOST = sampleHost({
  image: PARAMETER_IMAGE,
  keyPair: "ops",
  instanceProfile: "web",
  userData: '#!/bin/bash\necho "${HOSTNAME}"\n',
  enablePrimaryIpv6: true,
  rootVolume: { deviceName: "/dev/xvda", sizeGib: 20, type: "gp3", iops: null, encrypted: true },
  detailedMonitoring: true,
  tags: { role: "web" },
});

/** Hosts of every kind: tier `app` is IPv6-only, tier `public` dual-stack. */
function wholeCompute(): Compute {
  const path = ["compute"];
  return {
    keyPairs: [{ name: "ops", path, displayName: "whole-ops", publicKey: PUBLIC_KEY, tags: {} }],
    instanceProfiles: [
      { name: "web", path, displayName: "whole-web", policies: [{ id: "web_ssm", arn: SSM }], tags: {} },
    ],
    launchTemplates: [
      sampleLaunchTemplate({ host: { ...HOST, ipv6AddressCount: 2 }, tiers: [tierName("app")] }),
      sampleLaunchTemplate({
        name: "edge",
        displayName: "whole-edge",
        host: sampleHost({ associatePublicIpAddress: true }),
        tiers: [tierName("public")],
      }),
    ],
    autoScalingGroups: [
      sampleAutoScalingGroup({
        tiers: [tierName("app")],
        subnets: ["app_a", "app_b"],
        targetGroups: ["web"],
      }),
    ],
    instances: [
      sampleInstance(
        { tier: tierName("public"), subnet: "public_a" },
        { ipv6Addresses: [fixedAddress("::4", true)] },
      ),
      sampleInstance(
        { tier: tierName("app"), subnet: "app_b" },
        { name: "worker", displayName: "whole-worker", host: { ...HOST, ipv6AddressCount: 1 } },
      ),
    ],
    imageParameters: [{ id: "al2023_arm64", name: PARAMETER_IMAGE.name }],
  };
}

const PUBLIC_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE ops";
const SSM = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";

/** An application and a network load balancer, with listeners of every action. */
function wholeLoadBalancers(): readonly LoadBalancer[] {
  const inPublic = {
    tiers: [tierName("public")],
    subnets: ["public_a", "public_b"],
    securityGroups: [groupName("web")],
  } as const;
  return [
    sampleLoadBalancer({
      name: "tcp",
      displayName: "whole-tcp",
      type: "network",
      internal: true,
      idleTimeout: null,
      crossZone: true,
      ...inPublic,
      listeners: [listener("tcp_dns", 53, "TCP", { kind: "forward", targetGroup: "addresses" })],
    }),
    sampleLoadBalancer({
      displayName: "whole-web",
      ...inPublic,
      listeners: [
        listener("web_http", 80, "HTTP", { kind: "redirect-to-https", port: 443, statusCode: "HTTP_301" }),
        listener("web_https", 443, "HTTPS", { kind: "forward", targetGroup: "web" }),
        listener("web_status", 8080, "HTTP", {
          kind: "fixed-response",
          statusCode: 200,
          contentType: "text/plain",
          messageBody: "ok",
        }),
      ],
    }),
  ];
}

function listener(id: string, port: number, protocol: string, action: Listener["action"]): Listener {
  const certificate = "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f";
  return {
    id,
    name: id,
    path: ["loadBalancers"],
    port,
    protocol,
    certificateArn: protocol === "HTTPS" ? certificate : null,
    sslPolicy: protocol === "HTTPS" ? "ELBSecurityPolicy-TLS13-1-2-2021-06" : null,
    action,
    rules: [],
    additionalCertificates: [],
    mutualAuthentication: null,
    authentication: null,
  };
}

/** A target group of instances and one of addresses, with targets of every kind. */
function wholeTargetGroups(): readonly TargetGroup[] {
  const attachment = { path: ["targetGroups"], port: null, availabilityZone: null, isManaged: true };
  const { healthCheck } = sampleTargetGroup();
  return [
    sampleTargetGroup({
      name: "addresses",
      displayName: "whole-addresses",
      namePrefix: "addr-",
      protocol: "TCP",
      port: 53,
      targetType: "ip",
      healthCheck: { ...healthCheck, protocol: "TCP", path: null, matcher: null },
      targets: {
        autoScalingGroups: [],
        attachments: [
          {
            ...attachment,
            id: "addresses_bastion",
            target: { kind: "instance-address", name: "bastion" },
          },
        ],
      },
    }),
    sampleTargetGroup({
      protocolVersion: "HTTP1",
      targets: {
        autoScalingGroups: ["web"],
        attachments: [
          { ...attachment, id: "web_worker", port: 8081, target: { kind: "instance", name: "worker" } },
        ],
      },
    }),
  ];
}

/** A network with everything that a network can have, hosts and load balancers too. */
export function wholeNetworkWithHosts(overrides: Partial<Network> = {}): Network {
  return wholeNetwork({
    compute: wholeCompute(),
    targetGroups: wholeTargetGroups(),
    loadBalancers: wholeLoadBalancers(),
    ...overrides,
  });
}
