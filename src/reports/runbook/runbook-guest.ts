import {
  IMDS_IPV4_ADDRESS,
  IMDS_IPV6_ADDRESS,
  NTP_IPV6_ADDRESS,
  RESOLVER_IPV6_ADDRESS,
} from "../../aws/well-known-prefixes.ts";
import type { Network } from "../../model/types/network.ts";
import { nat64Steps } from "./runbook-dns64.ts";
import type { GuestKind } from "./runbook-guest-kinds.ts";
import { leaseCommands } from "./runbook-leases.ts";
import { ipv6BlockOf } from "./runbook-names.ts";
import { pathMtuStep } from "./runbook-path-mtu.ts";
import { shellQuote } from "./runbook-shell.ts";
import { listed, type RunbookStep, say, step } from "./runbook-step.ts";
import { windowsSteps } from "./runbook-windows.ts";

/** Seconds for which a DHCPv6 address is preferred when DHCP options say nothing: botocore 1.43.11 model of ec2. */
const DEFAULT_LEASE = 140;

/** The steps on hosts of one kind, in the order in which things come up. */
export function guestSteps(network: Network, kind: GuestKind): readonly RunbookStep[] {
  if (kind.manager === "windows") return windowsSteps(network, kind);
  return [
    addressStep(network, kind),
    routeStep(network, kind),
    leaseStep(network, kind),
    resolverStep(network, kind),
    ...nat64Steps(network, kind),
    metadataStep(kind),
    ...timeStep(kind),
    ...awsApiStep(network, kind),
    ...listenStep(network, kind),
    ...pathMtuStep(network, kind),
  ];
}

function addressStep(network: Network, { tier }: GuestKind): RunbookStep {
  const blocks = tier.subnets.flatMap((subnet) => ipv6BlockOf(network, subnet) ?? []);
  return step(
    "IPv6 addresses",
    ["ip -6 addr show scope global", "ip -6 addr show scope link"],
    [
      `An address with \`/128\`, out of ${listed(blocks)}: AWS gives addresses by DHCPv6, one by one. A \`/64\` on the interface is none of AWS's.`,
      "A link-local address `fe80::…/64`: without it the interface has IPv6 switched off.",
    ],
  );
}

function routeStep(network: Network, { tier }: GuestKind): RunbookStep {
  const hasDefault = network.routeTables
    .filter((table) => table.tier === tier.routeTable)
    .some(({ routes }) => routes.some(({ destination: { prefix } }) => isAnyIpv6(prefix)));
  return step(
    "IPv6 routes",
    ["ip -6 route", "sysctl net.ipv6.conf.all.forwarding net.ipv6.conf.all.disable_ipv6"],
    [
      "`default via fe80::… proto ra`: the subnet's router says so in its advertisements. Without it the guest does not take router advertisements.",
      "`disable_ipv6 = 0`. With `forwarding = 1` Linux takes advertisements only where `accept_ra` is 2.",
      ...(hasDefault
        ? []
        : [
            "The route stands here whatever the subnet's route table says: this tier has no ::/0 in the VPC.",
          ]),
    ],
  );
}

function leaseStep({ dhcpOptions }: Network, { manager }: GuestKind): RunbookStep {
  const seconds = dhcpOptions?.ipv6AddressPreferredLeaseTime ?? DEFAULT_LEASE;
  return step("DHCPv6 lease", leaseCommands(manager), [
    say`A lease of the address, preferred for ${String(seconds)} seconds and renewed: an address that was added to a running host can take minutes to show.`,
  ]);
}

function resolverStep({ dhcpOptions, region }: Network, { tier }: GuestKind): RunbookStep {
  const servers = dhcpOptions?.domainNameServers ?? [];
  const domain = dhcpOptions?.domainName ?? null;
  const own = servers.filter((server) => server !== "AmazonProvidedDNS");
  const name = `s3.dualstack.${region}.amazonaws.com${region.startsWith("cn-") ? ".cn" : ""}`;
  const amazon =
    tier.addressing === "ipv6-only"
      ? say`The resolver is ${RESOLVER_IPV6_ADDRESS}.`
      : say`The resolver is the VPC's: its IPv4 block plus two, or ${RESOLVER_IPV6_ADDRESS}.`;
  return step(
    "Names",
    ["cat /etc/resolv.conf", `dig +short AAAA ${shellQuote(name)} @${RESOLVER_IPV6_ADDRESS}`],
    [
      own.length === 0 ? amazon : `The resolvers are ${listed(own)}.`,
      ...(domain === null ? [] : [say`The search domain is ${domain}.`]),
      "The second command shows IPv6 addresses of AWS's, none of them in `64:ff9b::/96`.",
    ],
  );
}

function metadataStep({ host, tier }: GuestKind): RunbookStep {
  const { ipv6, httpTokens } = host.metadata;
  const base = ipv6 ? `http://[${IMDS_IPV6_ADDRESS}]/latest` : `http://${IMDS_IPV4_ADDRESS}/latest`;
  return step(
    `Instance metadata over ${ipv6 ? "IPv6" : "IPv4"}`,
    [
      `TOKEN=$(curl -g -sS -m 5 -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 60' "${base}/api/token")`,
      `MAC=$(curl -g -sS -m 5 -H "X-aws-ec2-metadata-token: $TOKEN" "${base}/meta-data/mac")`,
      `curl -g -sS -m 5 -H "X-aws-ec2-metadata-token: $TOKEN" "${base}/meta-data/network/interfaces/macs/$MAC/ipv6s"`,
    ],
    [
      "The addresses that `ip -6 addr` shows, and no others.",
      ...(httpTokens === "required" ? ["Without the token the answer is 401: tokens are required."] : []),
      ...(ipv6
        ? ["No answer at all: the setting is off on the instance, or its type is not of Nitro."]
        : ["The metadata service has IPv6 switched off here (`metadata.ipv6`)."]),
      ...(!ipv6 && tier.addressing === "ipv6-only"
        ? ["Whether a host without IPv4 reaches it at this address is the image's affair."]
        : []),
    ],
  );
}

function timeStep({ host }: GuestKind): readonly RunbookStep[] {
  if (host.guest?.timeServerIpv6 !== true) return [];
  return [
    step("Time", ["chronyc -n sources"], [say`${`^* ${NTP_IPV6_ADDRESS}`}: Amazon Time Sync over IPv6.`]),
  ];
}

function awsApiStep({ region }: Network, { host }: GuestKind): readonly RunbookStep[] {
  if (host.instanceProfile === null) return [];
  const mode = host.metadata.ipv6 ? "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE=IPv6 " : "";
  return [
    step(
      "AWS's own services",
      [
        "env | grep '^AWS_'",
        `${mode}AWS_USE_DUALSTACK_ENDPOINT=true aws sts get-caller-identity --region ${shellQuote(region)}`,
      ],
      [
        "The role of the instance profile. If only this command answers, the settings in it are missing in the environment of the program: both are opt-in.",
      ],
    ),
  ];
}

function listenStep(network: Network, { names }: GuestKind): readonly RunbookStep[] {
  const groups = network.targetGroups.filter(({ targets }) => {
    const attached = targets.attachments.map(({ target }) => (target.kind === "address" ? "" : target.name));
    return names.some((name) => targets.autoScalingGroups.includes(name) || attached.includes(name));
  });
  const ports = [...new Set(groups.map(({ port }) => port))].sort((a, b) => a - b);
  if (ports.length === 0) return [];
  return [
    step(
      "What listens",
      ["ss -6 -ltunp"],
      [
        `A server on ${listed(ports.map((port) => `[::]:${port}`))} or \`*\`: on \`127.0.0.1\` or \`0.0.0.0\` no IPv6 target is healthy.`,
      ],
    ),
  ];
}

function isAnyIpv6({ family, length }: { family: string; length: number }): boolean {
  return family === "ipv6" && length === 0;
}
