import { factsOf } from "./fact.ts";

const IPV6_SUPPORT = "https://docs.aws.amazon.com/vpc/latest/userguide/aws-ipv6-support.html";

/** What is known about the names that hosts call outside their VPC; some are with the guests, whose rules cite them. */
export const destinationFacts = factsOf({
  awsUsualNamesAreIpv4: {
    claim:
      "The usual names of AWS services, SERVICE.REGION.amazonaws.com, answer over IPv4 alone; over IPv6 services answer at names of their own, mostly SERVICE.REGION.api.aws.",
    source: `${IPV6_SUPPORT}; https://docs.aws.amazon.com/sdkref/latest/guide/feature-endpoints.html; https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_dual-stack_endpoint_support.html`,
    checked: "2026-11-29",
    evidence: "undated",
    // The pages say it of single services; others follow the same scheme.
    confidence: "medium",
  },
  awsPublicIpv6Endpoints: {
    claim:
      "EC2, ECR, ECS, EKS, Lambda, S3, KMS, CloudWatch, CloudWatch Logs, Secrets Manager, SNS, SQS, STS and Systems Manager have public endpoints with IPv6.",
    source: IPV6_SUPPORT,
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  dualStackNamesOfSdks: {
    claim:
      "SDKs that shall use dual-stack endpoints call SERVICE.REGION.api.aws, in China SERVICE.REGION.api.amazonwebservices.com.cn, and S3 at s3.dualstack.REGION.amazonaws.com; they form such names for nearly every service, so that a name is no proof of an AAAA record.",
    source: "botocore 1.43.107 model of the endpoints: endpoints.json, partitions.json",
    checked: "2026-11-29",
    evidence: "2026-10-01",
    confidence: "high",
  },
  s3NamesByFamily: {
    claim:
      "Amazon S3 answers over IPv6 at s3.dualstack.REGION.amazonaws.com; s3.REGION.amazonaws.com has no AAAA records.",
    source:
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/dual-stack-endpoints.html; https://github.com/fedora-copr/copr/issues/4492",
    checked: "2026-11-29",
    evidence: "2026-09-14",
    confidence: "high",
  },
  queuesAndTopicsContested: {
    claim:
      "The guides of Amazon SQS and Amazon SNS call sqs.REGION.amazonaws.com and sns.REGION.amazonaws.com dual-stack, where SDKs call api.aws; which of the usual names have AAAA records is not verified.",
    source:
      "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dual-stack.html; https://docs.aws.amazon.com/sns/latest/dg/sns-dual-stack.html",
    checked: "2026-11-29",
    evidence: "undated",
    confidence: "medium",
  },
  dynamodbOverIpv6Unknown: {
    claim:
      "AWS's table of services with IPv6 does not list Amazon DynamoDB; whether dynamodb.REGION.api.aws has AAAA records is not known.",
    source: IPV6_SUPPORT,
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "medium",
  },
  bedrockOverIpv6Unknown: {
    claim: "Whether a name of Amazon Bedrock has AAAA records was not found in any source.",
    source: "expert knowledge, not verified",
    checked: "2026-11-29",
    evidence: "undated",
    confidence: "low",
  },
  systemsManagerDualStackNames: {
    claim:
      "In an IPv6-only environment the ECS agent has the SSM Agent call ssm, ssmmessages, ec2messages, kms and logs at NAME.REGION.api.aws.",
    source:
      "https://github.com/aws/amazon-ecs-agent/tree/master/agent/engine/execcmd; https://github.com/aws/amazon-ssm-agent/releases/tag/3.3.3270.0",
    checked: "2026-11-29",
    evidence: "2025-10-09",
    confidence: "medium",
  },
  ec2messagesIsTheFallback: {
    claim:
      "The SSM Agent gets its commands by ssmmessages where it may connect to it, and only otherwise by ec2messages.",
    source:
      "https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-setting-up-messageAPIs.html",
    checked: "2026-11-29",
    evidence: "undated",
    confidence: "high",
  },
  ecrLayersInS3: {
    claim:
      "The layers of images in ECR are in buckets of S3, prod-REGION-starport-layer-bucket, which had no AAAA records at their usual names.",
    source: "https://github.com/aws/containers-roadmap/issues/2287",
    checked: "2026-11-29",
    evidence: "2024-02-11",
    confidence: "medium",
  },
  ecrLayersOverIpv6: {
    claim:
      "Tasks in IPv6-only subnets pull whole images from ECR's dual-stack registry, so that its layers come over IPv6 too; at which name of S3 is not documented.",
    source:
      "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html; https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-requests.html",
    checked: "2026-11-29",
    evidence: "undated",
    confidence: "medium",
  },
  publicEcrNames: {
    claim: "Public ECR answers over IPv6 at ecr-public.aws.com; public.ecr.aws has IPv4 only.",
    source:
      "https://docs.aws.amazon.com/AmazonECR/latest/public/public-ecr-requests.html; https://github.com/awslabs/amazon-ecr-credential-helper/issues/1054; https://github.com/argoproj/argo-helm/issues/3326",
    checked: "2026-11-29",
    evidence: "2026-01-17",
    confidence: "high",
    since: "2025-05",
  },
  gitHubApiHasNoIpv6: {
    claim:
      "api.github.com had no AAAA record on 2023-08-17, as github.com had none; of codeload.github.com nothing newer was found.",
    source: "https://github.com/netdata/netdata/issues/15816",
    checked: "2026-11-29",
    evidence: "2023-08-17",
    confidence: "low",
  },
  gitHubRawHasIpv6: {
    claim: "raw.githubusercontent.com has IPv6, seen on 2022-07-05.",
    source: "https://github.com/Weilbyte/PVEDiscordDark/pull/138",
    checked: "2026-11-29",
    evidence: "2022-07-05",
    confidence: "medium",
  },
  dockerHubIsDualStack: {
    claim:
      "Docker Hub's registry is dual-stack at all its endpoints, so that an IPv6-only network pulls images without NAT64; the names of beta endpoints are not needed any more.",
    source:
      "https://github.com/docker/hub-feedback/issues/2165; https://www.docker.com/blog/docker-hub-registry-ipv6-support-now-generally-available/",
    checked: "2026-11-29",
    evidence: "2023-08-23",
    confidence: "high",
    since: "2023-08-23",
  },
  quayHasIpv6: {
    claim: "quay.io answers over IPv6, said on 2023-11-02.",
    source: "https://github.com/prometheus-operator/prometheus-operator/issues/6059",
    checked: "2026-11-29",
    evidence: "2023-11-02",
    confidence: "medium",
  },
  kubernetesRegistryHasIpv6: {
    claim:
      "registry.k8s.io answers over IPv6, and leads clients in AWS to layers in the dual-stack buckets of their region.",
    source:
      "https://github.com/kubernetes/registry.k8s.io/issues/261; https://github.com/kubernetes/registry.k8s.io/blob/918947d/cmd/archeio/internal/app/buckets.go",
    checked: "2026-11-29",
    evidence: "2023-10-05",
    confidence: "medium",
  },
  debianMirrorsHaveIpv6: {
    claim: "deb.debian.org and security.debian.org answer over IPv6, seen on 2023-12-06 and on 2020-10-26.",
    source:
      "https://github.com/natebuckareff/self-managed-k8s/issues/1; https://github.com/grml/grml/issues/159",
    checked: "2026-11-29",
    evidence: "2023-12-06",
    confidence: "medium",
  },
  ubuntuArchiveHasIpv6: {
    claim:
      "archive.ubuntu.com and ports.ubuntu.com have AAAA records, at a CDN since 2026; security.ubuntu.com had them on 2023-05-23.",
    source:
      "https://github.com/runs-on/runner-images-for-aws/issues/61; https://github.com/runs-on/runner-images-for-aws/pull/62; https://github.com/canonical/action-build/issues/55",
    checked: "2026-11-29",
    evidence: "2026-07-28",
    confidence: "medium",
  },
  alpineMirrorHasIpv6: {
    claim: "dl-cdn.alpinelinux.org answers over IPv6, said on 2022-02-18 and on 2025-10-07.",
    source:
      "https://github.com/dermotbradley/create-alpine-disk-image/pull/13; https://github.com/nohajc/anylinuxfs/issues/48",
    checked: "2026-11-29",
    evidence: "2025-10-07",
    confidence: "medium",
  },
  amazonLinux2023Repositories: {
    claim:
      "The repositories of Amazon Linux 2023 are in buckets of S3 in the host's region, al2023-repos-REGION-de612dc2, called at s3.dualstack.REGION.amazonaws.com.",
    source: "https://github.com/amazonlinux/amazon-linux-2023/issues/535",
    checked: "2026-11-29",
    evidence: "2023-10-31",
    confidence: "medium",
  },
  pypiHasIpv6: {
    claim: "pypi.org and files.pythonhosted.org have AAAA records, seen on 2024-04-05 and on 2022-09-29.",
    source: "https://github.com/pypi/support/issues/3833; https://github.com/pypi/support/issues/2268",
    checked: "2026-11-29",
    evidence: "2024-04-05",
    confidence: "medium",
  },
  npmRegistryHasIpv6: {
    claim: "registry.npmjs.org has AAAA records, seen on 2021-12-14.",
    source: "https://github.com/npm/cli/issues/4163",
    checked: "2026-11-29",
    evidence: "2021-12-14",
    confidence: "medium",
  },
  cratesHaveIpv6: {
    claim: "index.crates.io and static.crates.io answer over IPv6.",
    source:
      "https://github.com/rust-lang/cargo/issues/10711; https://github.com/rust-lang/simpleinfra/pull/326; https://github.com/rust-lang/simpleinfra/pull/328",
    checked: "2026-11-29",
    evidence: "2023-07-21",
    confidence: "medium",
  },
  namesOfUnknownFamilies: {
    claim:
      "Whether proxy.golang.org, sum.golang.org, repo.maven.apache.org, time.aws.com and pkg-containers.githubusercontent.com have AAAA records was not found in any source.",
    source: "expert knowledge, not verified",
    checked: "2026-11-29",
    evidence: "undated",
    confidence: "low",
  },
  publicResolvers: {
    claim:
      "Google's public resolvers are 8.8.8.8, 8.8.4.4, 2001:4860:4860::8888 and 2001:4860:4860::8844; Cloudflare's are 1.1.1.1, 1.0.0.1, 2606:4700:4700::1111 and 2606:4700:4700::1001.",
    source:
      "https://developers.google.com/speed/public-dns/docs/using; https://github.com/siderolabs/talos/issues/6281",
    checked: "2026-11-29",
    evidence: "2022-09-18",
    confidence: "high",
  },
});
