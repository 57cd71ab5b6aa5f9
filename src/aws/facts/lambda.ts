import { factsOf } from "./fact.ts";

/** What rules cite about Lambda functions in a VPC. */
export const lambdaFacts = factsOf({
  lambdaIpv6InVpcOnly: {
    claim:
      "A function calls out over IPv6 only through a VPC, from dual-stack subnets; IPv6-only subnets do not do.",
    source:
      "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html; botocore 1.43.11 model of lambda: VpcConfig.Ipv6AllowedForDualStack",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
    since: "2023-10-12",
  },
  lambdaAllSubnetsDualStack: {
    claim: "With ipv6AllowedForDualStack every subnet of the function is dual-stack.",
    source:
      "https://docs.aws.amazon.com/lambda/latest/api/API_VpcConfig.html; botocore 1.43.11 model of lambda: VpcConfig.Ipv6AllowedForDualStack",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "medium",
    since: "2023-10-12",
  },
  lambdaIpv6OffByDefault: {
    claim: "ipv6_allowed_for_dual_stack of a function is false unless it is written.",
    source: "schema of AWS provider 5.100.0: aws_lambda_function.vpc_config",
    checked: "2026-11-21",
    evidence: "2025-06",
    confidence: "high",
  },
  lambdaImageOfTheRegion: {
    claim: "The container image of a Lambda function is in Amazon ECR in the function's own region.",
    source:
      "https://docs.aws.amazon.com/lambda/latest/dg/images-create.html; https://github.com/aws/containers-roadmap/issues/1281; https://github.com/binxio/cfn-ses-provider/issues/27 (Lambda's answer)",
    checked: "2026-11-28",
    evidence: "2025-06-26",
    confidence: "high",
  },
});
