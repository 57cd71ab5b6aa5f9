import { describe, expect, test } from "vitest";
import { formatPath } from "../../src/base/path.ts";
import { pointerArguments } from "../../src/reports/pointers/pointer-arguments.generated.ts";
import { leafChanges } from "../support/leaf-changes.ts";
import { patternOf } from "../support/pattern-of.ts";

/** Leaves that the stack does not show, and why. */
const SILENT: Readonly<Record<string, string>> = {
  apiVersion: "there is one",
  "compute.instanceProfiles.ssm.inlinePolicies.orders.Version": "there is one",
  renamedFrom: "`hextet diff` and `hextet synth` read it",
  description: "it is for readers of the blueprint, and for the reports",
  "quotas.rulesPerSecurityGroup": "rules count by it, and nothing of everything.yaml comes near",
  "quotas.rulesPerNetworkAcl": "rules count by it, and nothing of everything.yaml comes near",
  "quotas.routesPerRouteTable": "rules count by it, and nothing of everything.yaml comes near",
  "terraform.dependsOn[0]": "`hextet stacks` reads it",
  "network.availabilityZones[0]": "ipv4Cidrs and single zones name it",
  "network.availabilityZones[1]": "ipv4Cidrs name it",
  "network.subnets.app.enableResourceNameDnsARecordOnLaunch":
    "an IPv6-only subnet has no A record: a rule says so",
  "network.subnets.old.routeTable": "the other tiers have another way to the internet",
  'network.vpc.existing.import["aws_subnet.app_a"]':
    "the VPC is managed outside here, where nothing is imported",
  "network.natGateways.whole.availabilityMode": "a zonal gateway has no addresses by zone",
  "network.foreignTransitGatewayAttachments.partner.transitGateway": "one transit gateway is made here",
  "network.routes.data.workshop.target.virtualPrivateGateway": "a VPC has one virtual private gateway",
  "network.vpnConnections.office.gateway.virtualPrivateGateway": "a VPC has one virtual private gateway",
  "outputs.vpn-1.value.virtualPrivateGatewayId": "a VPC has one virtual private gateway",
  "network.subnets.app.natGateway": "instances translate for this tier, and it has no IPv4",
  "loadBalancers.web.type":
    "an auto scaling group follows its requests, which application load balancers count",
  "network.resourceShares.hub.transitGateways[0]": "one transit gateway is made here",
  "ecs.taskDefinitions.api.containers.api.ports[0]": "a name of a port says it too",
  "ecs.taskDefinitions.api.containers.api.portNames.http.containerPort": "it is one of the ports",
  "network.natGateways.main.connectivityType": "an output shows its public addresses",
  "compute.launchTemplates.web.os": "the other systems are facts, not words of the schema",
  "compute.autoScalingGroups.inline.os": "the other systems are facts, not words of the schema",
  "compute.instances.copy.os": "the other systems are facts, not words of the schema",
  "compute.launchTemplates.web.architecture": "the instance type has it",
  "compute.autoScalingGroups.inline.architecture": "the instance type has it",
  "compute.instances.copy.architecture": "the instance type has it",
  "compute.instances.router.elasticIp": "an output shows it",
  "eks.clusters.main.openIdConnectProvider": "a role of pods that goes by it asks for it",
  "route53.resolverEndpoints.in.resolverEndpointType": "outputs show its addresses of both families",
  "eks.clusters.main.podRoles.cni.by": "an add-on takes the role by OpenID Connect",
  "rds.instances.orders.skipFinalSnapshot": "the last snapshot has a name",
  "rds.clusters.ledger.skipFinalSnapshot": "the last snapshot has a name",
  "elasticache.replicationGroups.carts.skipFinalSnapshot": "the last snapshot has a name",
  "ecs.services.web.serviceConnect.namespace": "there is one",
  "ecs.services.api.serviceConnect.namespace": "there is one",
  "ecs.services.web.serviceConnect.calls[0]": "one service has endpoints",
  "ecs.taskDefinitions.web.runtimePlatform.operatingSystemFamily":
    "the others are Windows, a schema of its own",
  "route53.hostedZones.site.source.existing.privateZone":
    "the zone is found by its id; rules ask for its kind",
  "route53.records.www.value.alias.recordTypes[0]": "the other type stands beside it",
  "route53.records.www.value.alias.recordTypes[1]": "the other type stands beside it",
  "outputs.router-ip.value.instanceElasticIp": "one instance has an Elastic IP",
  "outputs.all-10.value.networkAclId": "there is one network ACL",
  "outputs.all-21.value.instanceElasticIpAllocationId": "one instance has an Elastic IP",
  'expect["compute.instances.router"].reaches[0]': "an expectation shows in the findings",
  'expect["compute.instances.router"].notReachedFrom[0]': "an expectation shows in the findings",
  "accept[0].rule": "an acceptance shows in the findings",
  "accept[0].at": "an acceptance shows in the findings",
  "accept[0].reason": "it is for readers of the blueprint",
  "accept[0].until": "an acceptance shows in the findings",
  "migration.before.instanceTypes.copy":
    "the stage is before the one that changes types, and the instance is new",
};

/** How many other values a leaf gets that is known to be silent: all forty of each took half the time of this file. */
const FEW = 5;

const { paths, before, changeOf, changeInPart } = leafChanges();

describe("each value of everything.yaml", () => {
  test("is there to be changed", () => {
    expect(before).not.toContain(null);
    expect(paths.length).toBeGreaterThan(500);
    expect(Object.keys(SILENT).filter((name) => !paths.some((path) => formatPath(path) === name))).toEqual(
      [],
    );
  });

  test.each(paths.map((path) => [formatPath(path), path] as const))("%s reaches the stack", (name, path) => {
    const reason = SILENT[name];
    // What `hextet explain` tells of it: `npm run pointer-arguments`.
    const told = pointerArguments[patternOf(path)] ?? [];
    const inPart = reason === undefined ? changeInPart(path) : null;
    const isTold = inPart?.differs.every((argument) => told.includes(argument)) === true;
    const { shown, differs } = isTold ? inPart : changeOf(path, reason === undefined ? undefined : FEW);
    if (reason === undefined) expect(shown).toBe("stack");
    else expect(shown).not.toBe("stack");
    expect(told).toEqual(expect.arrayContaining([...differs]));
  });
});
