/**
 * The shop of AWS's migration guide as a blueprint: public subnets with a web server behind a load balancer, private
 * subnets with a database, a NAT gateway; all IPv4 until now and all imported.
 */
export const IMPORTING = `apiVersion: hextet/v1
name: shop
description: The shop, on its way to IPv6.
region: eu-west-1
network:
  vpc:
    ipv4Cidr: 10.0.0.0/16
    ipv6: { amazonProvided: {} }
    existing:
      id: vpc-0a1
      import:
        aws_internet_gateway.main: igw-0a1
        aws_subnet.public_a: subnet-0a1
        aws_subnet.public_b: subnet-0a2
        aws_subnet.private_a: subnet-0a3
        aws_subnet.private_b: subnet-0a4
        aws_eip.main: eipalloc-0a1
        aws_nat_gateway.main: nat-0a1
        aws_route_table.public: rtb-0a1
        aws_route.public_default-ipv4: rtb-0a1_0.0.0.0/0
        aws_route_table_association.public_a: subnet-0a1/rtb-0a1
        aws_route_table_association.public_b: subnet-0a2/rtb-0a1
        aws_route_table.private: rtb-0a2
        aws_route.private_default-ipv4: rtb-0a2_0.0.0.0/0
        aws_network_acl.private: acl-0a1
        aws_network_acl_rule.private_ingress_vpc: acl-0a1:100:-1:false
        aws_network_acl_rule.private_egress_out: acl-0a1:100:-1:true
        aws_security_group.web: sg-0a1
        aws_vpc_security_group_ingress_rule.web_http_ipv4: sgr-0a1
        aws_vpc_security_group_egress_rule.web_all_ipv4: sgr-0a2
        aws_security_group.database: sg-0a2
        aws_vpc_security_group_ingress_rule.database_mysql: sgr-0a3
        aws_vpc_security_group_egress_rule.database_default_ipv4: sgr-0a4
        aws_instance.web: i-0a1
        aws_eip_association.web: eipassoc-0a1
        aws_eip.web_instance: eipalloc-0a2
        aws_lb.front: arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/front/1
        aws_lb_listener.front_http: arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/front/1/2
        aws_lb_target_group.web: arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/3
        aws_db_subnet_group.private: shop-private
        aws_db_instance.orders: shop-orders
  availabilityZones: [a, b]
  subnets:
    public:
      { addressing: dual-stack, internet: public, slot: 0, ipv4Cidrs: { a: 10.0.0.0/24, b: 10.0.2.0/24 } }
    private:
      {
        addressing: dual-stack,
        internet: egress-only,
        natGateway: main,
        slot: 1,
        ipv4Cidrs: { a: 10.0.1.0/24, b: 10.0.3.0/24 },
      }
    inner: { addressing: ipv6-only, internet: egress-only, slot: 2 }
  natGateways: { main: { subnet: public, perZone: false } }
  networkAcls:
    private:
      subnets: [private]
      ingress:
        vpc: { ruleNumber: 100, action: allow, protocol: all, cidr: { cidrIpv4: 10.0.0.0/16 } }
        vpc6: { ruleNumber: 101, action: allow, protocol: all, cidr: { vpcIpv6: {} } }
      egress:
        out: { ruleNumber: 100, action: allow, protocol: all, cidr: { cidrIpv4: 0.0.0.0/0 } }
        out6: { ruleNumber: 101, action: allow, protocol: all, cidr: { cidrIpv6: "::/0" } }
  securityGroups:
    web:
      ingress:
        http: { protocol: tcp, ports: 80, from: { anywhere: {} } }
      egress:
        all: { protocol: all, to: { anywhere: {} } }
    database:
      ingress:
        mysql: { protocol: tcp, ports: 3306, from: { securityGroup: web } }
compute:
  instances:
    web:
      { subnet: public, zone: a, instanceType: t3.medium, ami: { id: ami-0123456789abcdef0 }, securityGroups: [web], elasticIp: true, ipv6AddressCount: 1 }
loadBalancers:
  front:
    type: application
    ipAddressType: dualstack
    subnets: [public]
    securityGroups: [web]
    listeners: { http: { port: 80, protocol: HTTP, action: { forwardTo: web } } }
targetGroups:
  web: { protocol: HTTP, port: 80, targets: { instances: [web] } }
rds:
  subnetGroups: { private: { subnets: [private] } }
  instances:
    orders:
      { subnetGroup: private, engine: mysql, engineVersion: "8.0", instanceClass: db.t3.micro, networkType: DUAL, securityGroups: [database] }
migration:
  stage: import
  before: { instanceTypes: { web: t2.medium } }
`;

/**
 * A VPC managed outside this stack, of which one subnet, a NAT gateway, both gateways, a route table, a network ACL and a security
 * group are used; new subnets with a table of their own stand beside them.
 */
export const REFERENCING = `apiVersion: hextet/v1
name: guest
description: IPv6 in a VPC of another team.
region: eu-west-1
network:
  vpc:
    ipv4Cidr: 10.0.0.0/16
    ipv6: { amazonProvided: {} }
    existing:
      id: vpc-0b1
      management: reference
      reference:
        aws_internet_gateway.main: igw-0b1
        aws_egress_only_internet_gateway.main: eigw-0b1
        aws_nat_gateway.main: nat-0b1
        aws_subnet.public_a: subnet-0b1
        aws_route_table.public: rtb-0b1
        aws_network_acl.shared: acl-0b1
        aws_security_group.shared: sg-0b1
  availabilityZones: [a]
  subnets:
    public: { addressing: dual-stack, internet: public, slot: 0, ipv4Cidrs: { a: 10.0.0.0/24 } }
    app: { addressing: dual-stack, internet: egress-only, natGateway: main, slot: 1 }
  natGateways: { main: { subnet: public, perZone: false } }
  networkAcls:
    shared:
      subnets: [public]
      ingress:
        all4: { ruleNumber: 100, action: allow, protocol: all, cidr: { cidrIpv4: 0.0.0.0/0 } }
        all6: { ruleNumber: 101, action: allow, protocol: all, cidr: { cidrIpv6: "::/0" } }
      egress:
        all4: { ruleNumber: 100, action: allow, protocol: all, cidr: { cidrIpv4: 0.0.0.0/0 } }
        all6: { ruleNumber: 101, action: allow, protocol: all, cidr: { vpcIpv6: {} } }
  securityGroups:
    shared:
      ingress:
        http: { protocol: tcp, ports: 80, from: { anywhere: {} } }
        app: { protocol: tcp, ports: 443, from: { securityGroup: app } }
        ping: { protocol: icmpv6, from: { anywhereIpv6: {} } }
    app:
      ingress:
        near: { protocol: tcp, ports: 80, from: { subnets: public } }
        shared: { protocol: tcp, ports: 81, from: { securityGroup: shared } }
        vpc: { protocol: tcp, ports: 82, from: { vpc: {} } }
compute:
  instances:
    app: { subnet: app, zone: a, instanceType: t3.small, ami: { id: ami-0123456789abcdef0 }, securityGroups: [app, shared] }
outputs:
  vpc: { value: { vpc: arn } }
  nat: { value: { natGatewayPublicIps: main } }
`;

/** What else can be imported: an auto scaling group with all that its hosts need, VPC endpoints and a DNS record. */
export const IMPORTING_FLEET = `apiVersion: hextet/v1
name: fleet
description: An imported fleet.
region: eu-west-1
network:
  vpc:
    ipv4Cidr: 10.0.0.0/16
    ipv6: { amazonProvided: {} }
    existing:
      id: vpc-0a1
      import:
        aws_subnet.app_a: subnet-0a1
        aws_route_table.app: rtb-0a1
        aws_route_table_association.app_a: subnet-0a1/rtb-0a1
        aws_security_group.app: sg-0a1
        aws_vpc_security_group_egress_rule.app_default_ipv4: sgr-0a1
        aws_key_pair.ops: ops-key
        aws_iam_role.app: app-role
        aws_iam_instance_profile.app: app-profile
        aws_launch_template.app: lt-0a1
        aws_autoscaling_group.app: app-group
        aws_vpc_endpoint.ssm: vpce-0a1
        aws_vpc_endpoint.s3: vpce-0a2
        aws_route53_record.host_a: Z0123456789ABCDEFGHIJ_host.example.com_A
  availabilityZones: [a]
  subnets:
    app: { addressing: dual-stack, internet: none, slot: 0, ipv4Cidrs: { a: 10.0.0.0/24 } }
  vpcEndpoints:
    ssm: { service: ssm, type: { interface: { subnets: [app], securityGroups: [app] } } }
    s3: { service: s3, type: { gateway: { routeTables: [app] } } }
  securityGroups:
    app: {}
compute:
  keyPairs: { ops: { publicKey: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJhnHgqGCfZ7fAVLgrFBqSEbOVOAcJCMFlXPmTpNJgBF } }
  instanceProfiles: { app: {} }
  launchTemplates:
    app: { instanceType: t3.small, ami: { id: ami-0123456789abcdef0 }, keyPair: ops, instanceProfile: app, securityGroups: [app] }
  autoScalingGroups:
    app: { subnets: [app], launchTemplate: app, minSize: 1, maxSize: 2 }
route53:
  hostedZones:
    site: { name: example.com, source: { existing: { id: Z0123456789ABCDEFGHIJ } } }
  records:
    host: { hostedZone: site, name: host, value: { a: [192.0.2.4] } }
migration: { stage: import }
`;
