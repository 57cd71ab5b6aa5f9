import { factsOf } from "./fact.ts";

/** What rules cite about CloudWatch. */
export const monitoringFacts = factsOf({
  noIpv6MetricOfEc2: {
    claim:
      "No metric in AWS/EC2 tells IPv6 from IPv4: NetworkIn, NetworkOut, NetworkPacketsIn and NetworkPacketsOut count both on all interfaces.",
    source:
      "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/viewing_metrics_with_cloudwatch.html; https://github.com/awsdocs/amazon-ec2-user-guide/blob/af1f79b/doc_source/viewing_metrics_with_cloudwatch.md",
    checked: "2026-11-28",
    evidence: "2023-05-31",
    confidence: "high",
  },
  noIpv6MetricOfNatGateway: {
    claim: "No metric in AWS/NATGateway tells NAT64 from NAT; ErrorPortAllocation counts for both.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway-cloudwatch.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/vpc-nat-gateway-cloudwatch.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  ipv6MetricsOfLoadBalancer: {
    claim:
      "AWS/ApplicationELB has IPv6RequestCount and IPv6ProcessedBytes, reported only where they are not zero, and no other metric of IPv6.",
    source:
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html; https://github.com/awsdocs/elb-application-load-balancers-user-guide/blob/fb24293/doc_source/load-balancer-cloudwatch-metrics.md",
    checked: "2026-11-28",
    evidence: "2023-04-06",
    confidence: "high",
  },
  metricFilterReadsFieldsInOrder: {
    claim:
      "A metric filter on space-delimited records names every field in the record's order, and sees only fields that are recorded.",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  metricFiltersAreOfLogGroups: {
    claim: "A metric filter belongs to a log group of CloudWatch Logs; records in S3 have none.",
    source:
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntaxForMetricFilters.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  logGroupRetentionDays: {
    claim:
      "A log group keeps its records for 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653 days, and for no other number.",
    source:
      "botocore 1.43.107 model of logs: PutRetentionPolicy.retentionInDays; terraform validate with AWS provider 5.100.0 refuses the others",
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  alarmPeriods: {
    claim: "The period of an alarm is 10, 20 or 30 seconds, or a multiple of 60.",
    source:
      "terraform validate with AWS provider 5.100.0: aws_cloudwatch_metric_alarm.period; botocore 1.43.107 model of cloudwatch: PutMetricAlarm.Period",
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
});
