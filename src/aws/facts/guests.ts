import { factsOf } from "./fact.ts";

/** What is known about IPv6 inside the operating system of a host, and about the names it calls. */
export const guestFacts = factsOf({
  sdkDualStackIsOptIn: {
    claim:
      "AWS CLI and SDKs call a service at its dual-stack name only where AWS_USE_DUALSTACK_ENDPOINT or use_dualstack_endpoint says so.",
    source: "https://docs.aws.amazon.com/sdkref/latest/guide/feature-endpoints.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  sdkImdsIpv6IsOptIn: {
    claim:
      "SDKs ask the metadata service at its IPv4 address unless AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE is IPv6, and then at [fd00:ec2::254] alone.",
    source:
      "https://docs.amazonaws.cn/sdk-for-java/latest/reference/software/amazon/awssdk/imds/internal/Ec2MetadataEndpointProvider.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  ssmAgentDualStack: {
    claim:
      "The SSM Agent reaches Systems Manager over IPv6 where UseDualStackEndpoint is set, from 3.3.3270.0 on.",
    source: "https://github.com/aws/amazon-ssm-agent/releases/tag/3.3.3270.0",
    checked: "2026-11-21",
    evidence: "2025-10-09",
    confidence: "high",
    since: "2025-10-09",
  },
  timeSyncOverIpv6: {
    claim:
      "Amazon Time Sync answers at fd00:ec2::123 on Nitro; its IPv4 and its IPv6 address are not to be used together.",
    source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configure-ec2-ntp.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  taygaTranslates: {
    claim:
      "The package tayga of Ubuntu and Debian translates IPv6 to IPv4 with one IPv4 address for each client, and leaves it to the kernel to make one of them all.",
    source:
      "https://manpages.ubuntu.com/manpages/jammy/man5/tayga.conf.5.html; https://manpages.ubuntu.com/manpages/noble/man5/tayga.conf.5.html",
    checked: "2026-11-30",
    evidence: "undated",
    confidence: "high",
  },
  amazonLinux2YumOverHttp: {
    claim:
      "In an IPv6-only subnet Amazon Linux 2 reaches its package repositories only after amazon-linux-https disable.",
    source:
      "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/install-updates.html; https://github.com/awsdocs/amazon-ec2-user-guide/blob/af1f79b/doc_source/install-updates.md",
    checked: "2026-11-28",
    evidence: "2023-05-31",
    confidence: "high",
  },
  imagesConfiguredForDhcpv6: {
    claim:
      "Images of Amazon Linux 2016.09.0, Ubuntu Server 18, Windows Server 2008 R2 and later are configured for DHCPv6.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-migrate-ipv6.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/vpc-migrate-ipv6.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  windowsRunsPowershellBlocks: {
    claim:
      "Windows images run user data between <script> or <powershell> tags; cloud-init is what Linux images have.",
    source:
      "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html; https://github.com/awsdocs/amazon-ec2-user-guide-windows/blob/cd84880/doc_source/ec2-windows-user-data.md",
    checked: "2026-11-28",
    evidence: "2023-05-11",
    confidence: "high",
  },
  ecrDualStackRegistry: {
    claim:
      "A registry of ECR has IPv6 as ACCOUNT.dkr-ecr.REGION.on.aws; ACCOUNT.dkr.ecr.REGION.amazonaws.com has IPv4 only.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/aws-ipv6-support.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
    since: "2025-05",
  },
  gitHubHasNoIpv6: {
    claim: "github.com and ghcr.io have no AAAA records; seen last on 2026-03-23 and on 2025-11-20.",
    source:
      "https://github.com/k3s-io/k3s/issues/13846; https://github.com/rybbit-io/rybbit/issues/712; https://github.com/orgs/community/discussions/10539",
    checked: "2026-11-21",
    evidence: "2026-03-23",
    confidence: "medium",
  },
  dockerHubHasIpv6: {
    claim:
      "Docker Hub has IPv6 at its usual names, seen on 2025-06-24: the separate registry.ipv6.docker.com of 2022 was a beta.",
    source: "https://github.com/docker/roadmap/issues/89; https://github.com/kube-vip/kube-vip/issues/1165",
    checked: "2026-11-21",
    evidence: "2025-06-24",
    confidence: "medium",
  },
  ubuntuRegionalMirrorsUnknown: {
    claim:
      "Whether the regional mirrors REGION.ec2.archive.ubuntu.com have AAAA records is not known: one of eu-west-3 was seen, the others were not looked at.",
    source: "expert knowledge, not verified",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "low",
  },
  ubuntuPortsAreApart: {
    claim:
      "Ubuntu's packages for arm64 are at ports.ubuntu.com in the tree ubuntu-ports; mirrors of archive.ubuntu.com have amd64 and i386.",
    source: "https://ports.ubuntu.com/",
    checked: "2026-11-28",
    evidence: "undated",
    // Known from the images' sources.list; newer releases may bring arm64 into the archive.
    confidence: "medium",
  },
  redHatInIpv6OnlySubnets: {
    claim:
      "cloud-init of 2023 did not bring up Red Hat Enterprise Linux in an IPv6-only subnet of EC2, so that nobody could reach the host. Which images of RHEL 9 and 10 come up there, whether Red Hat's update servers on AWS have IPv6, and where the images name their time servers is not known.",
    source: "https://github.com/canonical/cloud-init/issues/4540",
    checked: "2026-11-28",
    evidence: "2023-10-23",
    confidence: "medium",
  },
  amazonLinux2023TimeSources: {
    claim:
      "Amazon Linux 2023 keeps 169.254.169.123 in /etc/chrony.d/link-local.sources, newer images in /run/chrony.d/link-local-ipv4.sources, a link to a file in /usr/share/amazon-chrony-config; chrony reads /run/chrony.d, then /etc/chrony.d. What makes the link at the start of a host, and when, is not known.",
    source: "listings of Amazon Linux 2023 hosts in public repositories",
    checked: "2026-11-28",
    evidence: "2026-06-24",
    confidence: "medium",
  },
});
