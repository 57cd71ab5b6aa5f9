import { IMDS_IPV6_ADDRESS, RESOLVER_IPV6_ADDRESS } from "../../aws/well-known-prefixes.ts";
import type { Network } from "../../model/types/network.ts";
import { embeddedAddresses } from "./runbook-dns64.ts";
import type { GuestKind } from "./runbook-guest-kinds.ts";
import { ipv6BlockOf } from "./runbook-names.ts";
import { listed, type RunbookStep, type RunbookTable } from "./runbook-step.ts";

/** The steps on Windows hosts, in PowerShell. */
export function windowsSteps(network: Network, { tier, host }: GuestKind): readonly RunbookStep[] {
  const blocks = tier.subnets.flatMap((subnet) => ipv6BlockOf(network, subnet) ?? []);
  return [
    powershell(
      "IPv6 addresses and routes",
      [
        "Get-NetIPAddress -AddressFamily IPv6 -PrefixOrigin Dhcp",
        "Get-NetRoute -AddressFamily IPv6 -DestinationPrefix '::/0'",
        "ipconfig /all",
      ],
      [
        `An address out of ${listed(blocks)}, by DHCPv6.`,
        "A route to a link-local next hop `fe80::…`: the subnet's router.",
      ],
    ),
    ...(tier.enableDns64
      ? [
          powershell(
            "DNS64",
            [`Resolve-DnsName -Type AAAA -Server ${RESOLVER_IPV6_ADDRESS} ipv4only.arpa`],
            ["The first two answers below."],
            embeddedAddresses(network),
          ),
        ]
      : []),
    ...(host.metadata.ipv6 ? [metadataStep()] : []),
  ];
}

function metadataStep(): RunbookStep {
  const base = `http://[${IMDS_IPV6_ADDRESS}]/latest`;
  return powershell(
    "Instance metadata over IPv6",
    [
      `$token = Invoke-RestMethod -Method Put -TimeoutSec 5 -Headers @{ 'X-aws-ec2-metadata-token-ttl-seconds' = '60' } -Uri '${base}/api/token'`,
      `Invoke-RestMethod -TimeoutSec 5 -Headers @{ 'X-aws-ec2-metadata-token' = $token } -Uri '${base}/meta-data/mac'`,
    ],
    ["The interface's hardware address."],
  );
}

function powershell(
  title: string,
  commands: readonly string[],
  expected: readonly string[],
  table: RunbookTable | null = null,
): RunbookStep {
  return { title, language: "powershell", commands, expected, table };
}
