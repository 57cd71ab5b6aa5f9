import { expect, test } from "vitest";
import { readState } from "../../src/importer/read-state.ts";

const VALUES = {
  aws_vpc: { id: "vpc-01", cidr_block: "10.0.0.0/16", arn: "arn:aws:ec2:eu-west-1:1:vpc/vpc-01" },
  aws_subnet: {
    id: "subnet-01",
    availability_zone: "eu-west-1a",
    cidr_block: "10.0.0.0/24",
    vpc_id: "vpc-01",
  },
  aws_launch_template: {
    id: "lt-01",
    name: "web",
    latest_version: 4,
    instance_type: "t3.small",
    image_id: "ami-01",
    key_name: "",
    iam_instance_profile: [{ arn: "", name: "ssm" }],
    monitoring: [{ enabled: true }],
    vpc_security_group_ids: ["sg-01"],
    network_interfaces: [{ associate_public_ip_address: "false", security_groups: ["sg-02", "sg-01"] }],
    metadata_options: [{ http_tokens: "required", http_protocol_ipv6: "", http_put_response_hop_limit: 0 }],
  },
  aws_autoscaling_group: {
    id: "Web Fleet",
    name: "Web Fleet",
    vpc_zone_identifier: ["subnet-01"],
    min_size: 1,
    max_size: 2,
    health_check_grace_period: 300,
    launch_template: [{ id: "lt-01", name: "web", version: "4" }],
    mixed_instances_policy: [],
    target_group_arns: ["arn:1"],
    tag: [{ key: "eks:cluster-name", value: "shop", propagate_at_launch: true }],
  },
  aws_autoscaling_attachment: {
    id: "Web Fleet-1",
    autoscaling_group_name: "Web Fleet",
    lb_target_group_arn: "arn:2",
  },
  aws_autoscaling_traffic_source_attachment: {
    id: "Web Fleet,elbv2,arn:3",
    autoscaling_group_name: "Web Fleet",
    traffic_source: [{ identifier: "arn:3", type: "elbv2" }],
  },
};

test("a launch template and an auto scaling group are read from a state, with what is attached to the group", () => {
  const resources = Object.entries(VALUES).map(([type, values]) => ({
    ...{ type, values, mode: "managed", address: `${type}.it` },
  }));
  const reading = readState({ values: { root_module: { resources } } }, null);
  if (!("inventory" in reading)) throw new Error(reading.mistake.message);
  const { launchTemplates, autoScalingGroups } = reading.inventory;
  expect(launchTemplates).toEqual([
    {
      ...{ id: "lt-01", name: "web", version: 4, instanceType: "t3.small", image: "ami-01", keyName: null },
      ...{ instanceProfile: "ssm", detailedMonitoring: true, associatePublicIpAddress: false },
      securityGroupIds: ["sg-01", "sg-02"],
      metadata: {
        httpTokens: "required",
        httpPutResponseHopLimit: 0,
        instanceMetadataTags: false,
        httpProtocolIpv6: null,
        isEnabled: true,
      },
    },
  ]);
  expect(autoScalingGroups).toEqual([
    {
      ...{ id: "Web Fleet", name: "Web Fleet", subnetIds: ["subnet-01"], minSize: 1, maxSize: 2 },
      ...{ healthCheckType: "EC2", healthCheckGracePeriod: 300, launchConfiguration: null },
      targetGroupArns: ["arn:1", "arn:2", "arn:3"],
      launchTemplate: { id: "lt-01", name: "web", version: "4" },
      hasMixedInstances: false,
      managedBy: "the EKS cluster shop",
    },
  ]);
});
