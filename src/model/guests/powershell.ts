import { IMDS_IPV4_ADDRESS, NTP_IPV6_ADDRESS } from "../../aws/well-known-prefixes.ts";
import type { Guest } from "../types/guest.ts";
import { dockerConfiguration, environmentOf, SSM_AGENT_CONFIGURATION } from "./environment.ts";
import { powershellString } from "./quote.ts";

/** What a Windows guest is told, as lines of PowerShell; none when there is nothing to tell. */
export function powershellLines(guest: Guest): readonly string[] {
  return [
    ...(guest.legacyDhcpv6 === "windowsServer2008" ? windowsServer2008Lines() : []),
    ...environmentOf(guest).flatMap(({ name, value, why }) => [
      `# ${why}.`,
      `[Environment]::SetEnvironmentVariable('${name}', ${powershellString(value)}, 'Machine')`,
      `$env:${name} = ${powershellString(value)}`,
    ]),
    ...(guest.awsDualStackEndpoints ? ssmAgentLines() : []),
    ...(guest.timeServerIpv6 ? timeLines() : []),
    ...(guest.dockerRegistryMirror === null ? [] : dockerLines(guest.dockerRegistryMirror)),
  ];
}

function ssmAgentLines(): readonly string[] {
  return [
    "# SSM Agent, from version 3.3.3270.0 on: reach Systems Manager at its dual-stack names.",
    ...newFileLines(
      "(Join-Path $env:ProgramFiles 'Amazon\\SSM\\amazon-ssm-agent.json')",
      SSM_AGENT_CONFIGURATION,
    ),
    "Restart-Service -Name AmazonSSMAgent -ErrorAction SilentlyContinue",
  ];
}

function timeLines(): readonly string[] {
  return [
    "# Time over IPv6.",
    `w32tm /config /manualpeerlist:${NTP_IPV6_ADDRESS} /syncfromflags:manual /update`,
    "Restart-Service -Name w32time -ErrorAction SilentlyContinue",
  ];
}

function dockerLines(mirror: string): readonly string[] {
  return [
    "# Docker: images of Docker Hub from the mirror.",
    ...newFileLines(
      "(Join-Path $env:ProgramData 'docker\\config\\daemon.json')",
      dockerConfiguration(mirror),
    ),
    "Restart-Service -Name docker -ErrorAction SilentlyContinue",
  ];
}

/** Writes a file unless the image brings one: that one may say more, and is its maker's. */
function newFileLines(path: string, content: string): readonly string[] {
  return [
    `$hextetFile = ${path}`,
    `$hextetContent = ${powershellString(content)}`,
    "if (Test-Path -LiteralPath $hextetFile) {",
    '  Write-Warning "hextet: $hextetFile exists and was left alone; merge this into it: $hextetContent"',
    "} else {",
    "  New-Item -ItemType Directory -Force -Path (Split-Path -Parent $hextetFile) | Out-Null",
    "  Set-Content -LiteralPath $hextetFile -Encoding Ascii -Value $hextetContent",
    "}",
  ];
}

/**
 * The metadata service knows the address; the router's advertisements bring the gateway. In words of PowerShell 1:
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-migrate-ipv6.html has it by hand.
 */
function windowsServer2008Lines(): readonly string[] {
  return [
    "# The IPv6 address, which Windows Server 2008 does not ask for by itself.",
    `$hextetImds = 'http://${IMDS_IPV4_ADDRESS}/latest'`,
    "$hextetClient = New-Object System.Net.WebClient",
    "$hextetClient.Headers.Add('X-aws-ec2-metadata-token-ttl-seconds', '60')",
    "$hextetToken = $hextetClient.UploadString(\"$hextetImds/api/token\", 'PUT', '')",
    "$hextetClient.Headers.Clear()",
    "$hextetClient.Headers.Add('X-aws-ec2-metadata-token', $hextetToken)",
    '$hextetMac = $hextetClient.DownloadString("$hextetImds/meta-data/mac")',
    '$hextetList = $hextetClient.DownloadString("$hextetImds/meta-data/network/interfaces/macs/$hextetMac/ipv6s")',
    '$hextetAddress = $hextetList.Split("`n")[0].Trim()',
    'netsh interface ipv6 add address "Local Area Connection" "$hextetAddress/64"',
  ];
}
