/** What `terraform import` takes as the id of a resource. */
export interface ImportId {
  /** The whole id. */
  readonly pattern: RegExp;
  /** An id as people write it. */
  readonly example: string;
}

function awsId(prefix: string): ImportId {
  return { pattern: new RegExp(`^${prefix}-[0-9a-f]+$`), example: `${prefix}-0123456789abcdef0` };
}

function balancingArn(kind: string, rest: string): ImportId {
  const arn = new RegExp(`^arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:${kind}/\\S+$`);
  return { pattern: arn, example: `arn:aws:elasticloadbalancing:eu-west-1:123456789012:${kind}/${rest}` };
}

/** Names in AWS: some may have spaces inside, none at an end. */
function awsName(example: string): ImportId {
  return { pattern: /^\S(.*\S)?$/, example };
}

/** By Terraform resource type. Source: the provider's page of each resource, section Import; checked on 2026-11-21. */
export const importIds: Readonly<Record<string, ImportId>> = {
  aws_autoscaling_group: awsName("web"),
  aws_customer_gateway: awsId("cgw"),
  aws_db_instance: awsName("orders"),
  aws_db_subnet_group: awsName("private"),
  aws_ec2_transit_gateway_vpc_attachment: awsId("tgw-attach"),
  aws_egress_only_internet_gateway: awsId("eigw"),
  aws_eip: awsId("eipalloc"),
  aws_eip_association: awsId("eipassoc"),
  aws_flow_log: awsId("fl"),
  aws_iam_instance_profile: awsName("web"),
  aws_iam_role: awsName("web"),
  aws_instance: awsId("i"),
  aws_internet_gateway: awsId("igw"),
  aws_key_pair: awsName("deployer"),
  aws_launch_template: awsId("lt"),
  aws_lb: balancingArn("loadbalancer", "app/web/0123456789abcdef"),
  aws_lb_listener: balancingArn("listener", "app/web/0123456789abcdef/0123456789abcdef"),
  aws_lb_listener_rule: balancingArn(
    "listener-rule",
    "app/web/0123456789abcdef/0123456789abcdef/0123456789abcdef",
  ),
  aws_lb_target_group: balancingArn("targetgroup", "web/0123456789abcdef"),
  aws_nat_gateway: awsId("nat"),
  aws_network_acl: awsId("acl"),
  aws_network_acl_rule: {
    pattern: /^acl-[0-9a-f]+:[0-9]+:(-1|[a-z0-9-]+):(true|false)$/,
    example: "acl-0123456789abcdef0:100:6:false",
  },
  aws_route: {
    pattern: /^rtb-[0-9a-f]+_([0-9a-f.:]+\/[0-9]+|pl-[0-9a-f]+)$/,
    example: "rtb-0123456789abcdef0_0.0.0.0/0",
  },
  aws_route53_record: {
    pattern: /^Z[0-9A-Z]+_\S+_(A|AAAA|CNAME|TXT)(_\S+)?$/,
    example: "Z0123456789ABCDEFGHIJ_www.example.com_A",
  },
  aws_route_table: awsId("rtb"),
  aws_route_table_association: {
    pattern: /^subnet-[0-9a-f]+\/rtb-[0-9a-f]+$/,
    example: "subnet-0123456789abcdef0/rtb-0123456789abcdef0",
  },
  aws_security_group: awsId("sg"),
  aws_subnet: awsId("subnet"),
  aws_vpc: awsId("vpc"),
  aws_vpc_endpoint: awsId("vpce"),
  aws_vpc_ipv4_cidr_block_association: cidrAssociation(),
  aws_vpc_ipv6_cidr_block_association: cidrAssociation(),
  aws_vpc_peering_connection: awsId("pcx"),
  aws_vpc_security_group_egress_rule: awsId("sgr"),
  aws_vpc_security_group_ingress_rule: awsId("sgr"),
  aws_vpn_connection: awsId("vpn"),
  aws_vpn_gateway: awsId("vgw"),
};

/** With the IPAM pool and the prefix length that it came from, or without. */
function cidrAssociation(): ImportId {
  return {
    pattern: /^vpc-cidr-assoc-[0-9a-f]+(,ipam-pool-[0-9a-f]+(,[0-9]+)?)?$/,
    example: "vpc-cidr-assoc-0123456789abcdef0",
  };
}
