// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { expect, test } from "vitest";
import { networkWith } from "../../model/hosts-blueprint.ts";
import { at } from "../../support/json.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { addressesIn, resourceIn, stackJson } from "../../support/synth-json.ts";

function jsonWith(body: string) {
  const json = stackJson(
    networkWith(`
rds:
  subnetGroups: { data: { subnets: [app], tags: { kind: subnets } }, open: { subnets: [public] } }
${body}`),
  );
  expect(schemaProblems(json)).toEqual([]);
  return json;
}

test("a subnet group has the subnets of its tiers", () => {
  expect(resourceIn(jsonWith(""), "aws_db_subnet_group.data")).toEqual({
    name: "shop-data",
    description: "Subnets shop-data",
    subnet_ids: ["${aws_subnet.app_a.id}", "${aws_subnet.app_b.id}"],
    tags: { Name: "shop-data", kind: "subnets" },
  });
});

test("an instance is encrypted and private, and its password is AWS's", () => {
  const json = jsonWith(`
  instances:
    orders: { subnetGroup: data, engine: postgres, engineVersion: "17", instanceClass: db.t4g.small }
`);
  expect(resourceIn(json, "aws_db_instance.orders")).toEqual({
    identifier: "shop-orders",
    engine: "postgres",
    engine_version: "17",
    instance_class: "db.t4g.small",
    db_subnet_group_name: "${aws_db_subnet_group.data.name}",
    network_type: "DUAL",
    username: "dbadmin",
    manage_master_user_password: true,
    allocated_storage: 20,
    storage_type: "gp3",
    storage_encrypted: true,
    multi_az: false,
    publicly_accessible: false,
    backup_retention_period: 7,
    copy_tags_to_snapshot: true,
    skip_final_snapshot: false,
    final_snapshot_identifier: "shop-orders-final",
    deletion_protection: true,
    lifecycle: { prevent_destroy: true },
    tags: { Name: "shop-orders" },
  });
});

test("an instance has what its author wrote", () => {
  const json = jsonWith(`
  instances:
    orders:
      subnetGroup: data
      engine: postgres
      engineVersion: "17"
      instanceClass: db.t4g.small
      networkType: IPV4
      securityGroups: [web]
      kmsKeyId: arn:aws:kms:eu-west-1:123456789012:key/1
      databaseName: orders
      port: 5433
      skipFinalSnapshot: true
      deletionProtection: true
`);
  const block = resourceIn(json, "aws_db_instance.orders");
  expect(block).toMatchObject({
    network_type: "IPV4",
    vpc_security_group_ids: ["${aws_security_group.web.id}"],
    kms_key_id: "arn:aws:kms:eu-west-1:123456789012:key/1",
    db_name: "orders",
    port: 5433,
    skip_final_snapshot: true,
    deletion_protection: true,
  });
  expect(block).not.toHaveProperty("final_snapshot_identifier");
  expect(block["depends_on"]).toEqual([
    "aws_vpc_security_group_egress_rule.web_default_ipv4",
    "aws_vpc_security_group_egress_rule.web_default_ipv6",
  ]);
});

test("a public instance waits for the routes of its subnets, which wait for the internet gateway", () => {
  const json = jsonWith(`
  instances:
    orders:
      subnetGroup: open
      engine: postgres
      engineVersion: "17"
      instanceClass: db.t4g.small
      publiclyAccessible: true
`);
  const block = resourceIn(json, "aws_db_instance.orders");
  expect(block["publicly_accessible"]).toBe(true);
  expect(block["depends_on"]).toEqual(
    expect.arrayContaining(["aws_route.public_default-ipv4", "aws_route.public_default-ipv6"]),
  );
});

test("an Aurora cluster has the network type, its instances the rest", () => {
  const json = jsonWith(`
  clusters:
    ledger:
      subnetGroup: data
      engine: aurora-postgresql
      engineVersion: "16.6"
      databaseName: ledger
      instances: { one: { instanceClass: db.t4g.medium } }
outputs:
  writer: { value: { databaseClusterAddress: ledger } }
  readers: { value: { databaseClusterReaderAddress: ledger } }
`);
  expect(resourceIn(json, "aws_rds_cluster.ledger")).toEqual({
    cluster_identifier: "shop-ledger",
    engine: "aurora-postgresql",
    engine_version: "16.6",
    db_subnet_group_name: "${aws_db_subnet_group.data.name}",
    network_type: "DUAL",
    database_name: "ledger",
    master_username: "dbadmin",
    manage_master_user_password: true,
    storage_encrypted: true,
    backup_retention_period: 7,
    copy_tags_to_snapshot: true,
    skip_final_snapshot: false,
    final_snapshot_identifier: "shop-ledger-final",
    deletion_protection: true,
    lifecycle: { prevent_destroy: true },
    tags: { Name: "shop-ledger" },
  });
  expect(resourceIn(json, "aws_rds_cluster_instance.ledger_one")).toEqual({
    identifier: "shop-ledger-one",
    cluster_identifier: "${aws_rds_cluster.ledger.id}",
    engine: "${aws_rds_cluster.ledger.engine}",
    engine_version: "${aws_rds_cluster.ledger.engine_version}",
    instance_class: "db.t4g.medium",
    db_subnet_group_name: "${aws_db_subnet_group.data.name}",
    publicly_accessible: false,
    copy_tags_to_snapshot: true,
    lifecycle: { prevent_destroy: true },
    tags: { Name: "shop-ledger-one" },
  });
  expect(at(json, "output", "writer", "value")).toBe("${aws_rds_cluster.ledger.endpoint}");
  expect(at(json, "output", "readers", "value")).toBe("${aws_rds_cluster.ledger.reader_endpoint}");
});

test("a record and an output show the name that RDS gives", () => {
  const json = jsonWith(`
  instances:
    orders: { subnetGroup: data, engine: postgres, engineVersion: "17", instanceClass: db.t4g.small }
route53:
  hostedZones: { inside: { name: shop.internal, source: { private: {} } } }
  records: { db: { hostedZone: inside, name: db, ttl: 60, value: { database: orders } } }
outputs: { db: { value: { databaseAddress: orders } } }
`);
  expect(resourceIn(json, "aws_route53_record.db_cname")).toMatchObject({
    name: "db.shop.internal",
    type: "CNAME",
    ttl: 60,
    records: ["${aws_db_instance.orders.address}"],
  });
  expect(at(json, "output", "db", "value")).toBe("${aws_db_instance.orders.address}");
});

test("no password stands in a stack", () => {
  const json = jsonWith(`
  instances:
    orders: { subnetGroup: data, engine: postgres, engineVersion: "17", instanceClass: db.t4g.small }
`);
  expect(addressesIn(json).filter((address) => address.startsWith("aws_db"))).toEqual([
    "aws_db_instance.orders",
    "aws_db_subnet_group.data",
    "aws_db_subnet_group.open",
  ]);
  expect(resourceIn(json, "aws_db_instance.orders")).not.toHaveProperty("password");
});

test("databases are set by parameter groups, whose successors come before them", () => {
  const json = jsonWith(`
  parameterGroups:
    tuned:
      family: postgres17
      parameters:
        max_connections: { value: "{DBInstanceClassMemory/9531392}", applyMethod: pending-reboot }
        log_line_prefix: { value: "\${now}" }
      tags: { kind: settings }
    server: { family: aurora-postgresql16 }
  clusterParameterGroups: { ledger: { family: aurora-postgresql16 } }
  instances:
    orders:
      subnetGroup: data
      engine: postgres
      engineVersion: "17"
      instanceClass: db.t4g.small
      parameterGroup: tuned
      maxAllocatedStorageGib: 100
      maintenanceWindow: sun:03:00-sun:04:00
      backupWindow: "01:00-02:00"
  clusters:
    ledger:
      subnetGroup: data
      engine: aurora-postgresql
      engineVersion: "16.6"
      clusterParameterGroup: ledger
      maintenanceWindow: mon:03:00-mon:04:00
      backupWindow: "02:00-03:00"
      instances: { one: { instanceClass: db.t4g.medium, parameterGroup: server } }
`);
  expect(resourceIn(json, "aws_db_parameter_group.tuned")).toEqual({
    name_prefix: "shop-tuned-",
    description: "Parameters shop-tuned",
    family: "postgres17",
    parameter: [
      { name: "log_line_prefix", value: "$${now}", apply_method: "immediate" },
      { name: "max_connections", value: "{DBInstanceClassMemory/9531392}", apply_method: "pending-reboot" },
    ],
    lifecycle: { create_before_destroy: true },
    tags: { Name: "shop-tuned", kind: "settings" },
  });
  expect(resourceIn(json, "aws_db_instance.orders")).toMatchObject({
    parameter_group_name: "${aws_db_parameter_group.tuned.name}",
    max_allocated_storage: 100,
    maintenance_window: "sun:03:00-sun:04:00",
    backup_window: "01:00-02:00",
  });
  expect(resourceIn(json, "aws_rds_cluster.ledger")).toMatchObject({
    db_cluster_parameter_group_name: "${aws_rds_cluster_parameter_group.ledger.name}",
    preferred_maintenance_window: "mon:03:00-mon:04:00",
    preferred_backup_window: "02:00-03:00",
  });
  expect(resourceIn(json, "aws_rds_cluster_instance.ledger_one")).toMatchObject({
    db_parameter_group_name: "${aws_db_parameter_group.server.name}",
  });
});
