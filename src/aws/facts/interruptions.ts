import { factsOf } from "./fact.ts";

const STOP_AND_START =
  "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/how-ec2-instance-stop-start-works.html";

/** What a change to something that runs interrupts or takes away. */
export const interruptionFacts = factsOf({
  instanceTypeChangeStops: {
    claim: "Terraform changes the type of an instance by stopping it and starting it again.",
    source:
      "documentation of the AWS provider (repository at 00d98e75): aws_instance.instance_type; botocore 1.43.11 model of ec2: ModifyInstanceAttribute",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  stopErasesInstanceStore: {
    claim:
      "An instance that is stopped loses what is in its memory and on its instance store volumes; EBS volumes stay.",
    source: `${STOP_AND_START}; https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-store-lifetime.html; https://github.com/awsdocs/amazon-ec2-user-guide/blob/af1f79b/doc_source/Stop_Start.md`,
    checked: "2026-11-28",
    evidence: "2023-05-31",
    confidence: "high",
  },
  stopReleasesPublicIpv4: {
    claim:
      "An instance that is stopped loses its public IPv4 address unless it is an Elastic IP; private IPv4 addresses and IPv6 addresses stay.",
    source: `${STOP_AND_START}; https://github.com/awsdocs/amazon-ec2-user-guide/blob/af1f79b/doc_source/ec2-instance-lifecycle.md`,
    checked: "2026-11-28",
    evidence: "2023-05-31",
    confidence: "high",
  },
  databaseNetworkTypeMayInterrupt: {
    claim: "Changing the network type of a database may interrupt it.",
    source:
      "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html; https://github.com/awsdocs/amazon-rds-user-guide/blob/50e7617/doc_source/USER_VPC.WorkingWithRDSInstanceinaVPC.md",
    checked: "2026-11-28",
    evidence: "2023-06-10",
    confidence: "medium",
  },
  databaseChangeWaitsForWindow: {
    claim:
      "A change to a database is made in its next maintenance window, unless it is asked for to be applied at once; until then Terraform may plan it again.",
    source:
      "botocore 1.43.11 model of rds: ModifyDBInstance.ApplyImmediately; documentation of the AWS provider (repository at 0130d51a): aws_db_instance",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  serviceWithFewerTasksStopsThem: {
    claim:
      "An ECS service keeps as many tasks as its desired count says, and stops those beyond; Application Auto Scaling changes the count within its bounds.",
    source:
      "botocore 1.43.11 model of ecs: UpdateService.desiredCount; botocore 1.43.11 model of application-autoscaling: RegisterScalableTarget, DeregisterScalableTarget",
    checked: "2026-12-01",
    evidence: "2026-05",
    confidence: "high",
  },
  groupWithFewerHostsStopsThem: {
    claim:
      "An auto scaling group whose desired capacity becomes smaller terminates hosts by its termination policy; a maximum below the desired capacity lowers it.",
    source: "botocore 1.43.11 model of autoscaling: UpdateAutoScalingGroup",
    checked: "2026-12-01",
    evidence: "2026-05",
    confidence: "high",
  },
  nodeGroupWithFewerNodesStopsThem: {
    claim:
      "A managed node group that is given a smaller desired size than it has nodes terminates as many as are too many.",
    source: "botocore 1.43.11 model of eks: NodegroupScalingConfig.desiredSize",
    checked: "2026-12-01",
    evidence: "2026-05",
    confidence: "high",
  },
  routeTableOfSubnetIsReplaced: {
    claim: "A subnet that is associated with another route table uses the routes of that one, and no others.",
    source: "botocore 1.43.11 model of ec2: AssociateRouteTable, ReplaceRouteTableAssociation",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
});
