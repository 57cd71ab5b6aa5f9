import type { StageId } from "../../src/model/types/migration.ts";

/** How the blueprint of a web-and-database network is written. */
export interface MigrationText {
  /** Null: without `migration`. */
  readonly stage: StageId | null;
  /** False: the rule for the office's IPv4 block has no IPv6 twin, and nobody accepts that. */
  readonly accepted?: boolean;
}

/** A web server, a database server and a database of an existing VPC, on the way to IPv6. */
export function migrationBlueprint({ stage, accepted = true }: MigrationText): string {
  const migration =
    stage === null
      ? []
      : ["migration:", `  stage: ${stage}`, "  before:", "    instanceTypes: { db: m3.large }"];
  return [...BODY, ...(accepted ? ACCEPT : []), ...migration, ""].join("\n");
}

const ACCEPT = [
  "accept:",
  "  - rule: security-group-ipv4-without-ipv6-twin",
  "    at: network.securityGroups.web.ingress.office",
  '    reason: "the office | has no <IPv6>"',
];
const BODY = `apiVersion: hextet/v1
name: shop
description: A web server and a database server, both from before IPv6.
region: eu-west-1
network:
  vpc:
    ipv4Cidr: 10.0.0.0/16
    ipv6: { amazonProvided: {} }
    existing:
      id: vpc-0abc
      import:
        aws_subnet.public_a: subnet-0a1
        aws_subnet.data_a: subnet-0a2
        aws_subnet.data_b: subnet-0a3
        aws_subnet.public_b: subnet-0a4
        aws_internet_gateway.main: igw-0a1
        aws_route_table.public: rtb-0a1
        aws_route.public_default-ipv4: rtb-0a1_0.0.0.0/0
        aws_security_group.web: sg-0a1
        aws_vpc_security_group_ingress_rule.web_http_ipv4: sgr-0a1
        aws_vpc_security_group_ingress_rule.web_office_ipv4: sgr-0a2
        aws_vpc_security_group_egress_rule.web_all_ipv4: sgr-0a3
        aws_instance.web: i-0a1
        aws_instance.db: i-0a2
      reference:
        aws_security_group.db: sg-0b2
  availabilityZones: [a, b]
  subnets:
    public: { addressing: dual-stack, internet: public, slot: 0 }
    data: { addressing: dual-stack, internet: none, slot: 1 }
    app: { addressing: ipv6-only, internet: egress-only, slot: 2 }
  securityGroups:
    web:
      description: The web server
      ingress:
        http: { protocol: tcp, ports: 80, from: { anywhere: {} } }
        office: { protocol: tcp, ports: 22, from: { cidrIpv4: 203.0.113.0/24 } }
      egress:
        all: { protocol: all, to: { anywhere: {} } }
    db:
      description: The database server
      ingress:
        mysql: { protocol: tcp, ports: 3306, from: { securityGroup: web } }
      egress: {}
compute:
  instances:
    web: { subnet: public, zone: a, instanceType: t2.medium, os: amazon-linux-2023, securityGroups: [web] }
    db: { subnet: data, zone: a, instanceType: m5.large, os: amazon-linux-2023, securityGroups: [db] }
rds:
  subnetGroups:
    data: { subnets: [data] }
  instances:
    orders:
      engine: postgres
      engineVersion: "16"
      instanceClass: db.t4g.micro
      subnetGroup: data
      securityGroups: [db]
      networkType: DUAL`.split("\n");
