import { expect, test } from "vitest";
import { describeAppliedInOrder, stacksOf } from "../support/applied-stacks.ts";
import { at, listAt, textAt } from "../support/json.ts";

const SHOP = `apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16, ipv6: { amazonProvided: {} } }
  availabilityZones: [a, b]
  subnets:
    data: { addressing: dual-stack, internet: none, slot: 1 }
  securityGroups:
    data: { ingress: { sql: { protocol: tcp, ports: 5432, from: { vpc: {} } } } }
rds:
  subnetGroups: { data: { subnets: [data] } }
  parameterGroups:
    tuned:
      family: postgres17
      parameters:
        log_min_duration_statement: { value: "250" }
        max_connections: { value: "200", applyMethod: pending-reboot }
  instances:
    orders:
      subnetGroup: data
      engine: postgres
      engineVersion: "17.2"
      instanceClass: db.t4g.small
      parameterGroup: tuned
      securityGroups: [data]
      maxAllocatedStorageGib: 100
      maintenanceWindow: sun:03:00-sun:04:00
      backupWindow: "01:00-02:00"
      skipFinalSnapshot: true
      deletionProtection: false
`;

const stacks = { region: "eu-west-1", folders: (scratch: string) => stacksOf({ shop: SHOP }, scratch) };

describeAppliedInOrder("a database with settings of its own", stacks, (applied) => {
  test("has its parameter group, its windows and room to grow", async () => {
    const [database] = listAt(await applied.ask("rds", "describe_db_instances", {}), "DBInstances");
    expect(database).toMatchObject({
      PreferredMaintenanceWindow: "sun:03:00-sun:04:00",
      PreferredBackupWindow: "01:00-02:00",
      MaxAllocatedStorage: 100,
    });
    expect(textAt(database, "DBParameterGroups", 0, "DBParameterGroupName")).toMatch(/^shop-tuned-/);
  });

  test("whose parameters are those that were written", async () => {
    const groups = listAt(await applied.ask("rds", "describe_db_parameter_groups", {}), "DBParameterGroups");
    const own = groups.find((group) => textAt(group, "DBParameterGroupName").startsWith("shop-tuned-"));
    expect(own).toMatchObject({ DBParameterGroupFamily: "postgres17" });
    const answer = await applied.ask("rds", "describe_db_parameters", {
      DBParameterGroupName: textAt(own, "DBParameterGroupName"),
      Source: "user",
    });
    const set = listAt(answer, "Parameters").map((one) => [
      at(one, "ParameterName"),
      at(one, "ParameterValue"),
    ]);
    expect(set.sort()).toEqual([
      ["log_min_duration_statement", "250"],
      ["max_connections", "200"],
    ]);
  });
});
