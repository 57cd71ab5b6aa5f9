// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { expect, test } from "vitest";
import { isObject } from "../support/json.ts";
import { mockedRun } from "../support/mocked-run.ts";
import { networkFrom } from "../support/network.ts";
import { emptyProject, STACK_FILE, writeJson } from "../support/stack-copy.ts";
import { resourceIn, stackJson } from "../support/synth-json.ts";
import { describeWithTools, findTerraform } from "../support/tools.ts";

/** Everything that is fixed before the apply: the pool's block, Elastic IPs, addresses of balancers; and no defaults left. */
const BLUEPRINT = `
apiVersion: hextet/v1
name: fixed
region: eu-west-1
ipam:
  pools:
    old: { addressFamily: ipv4, scope: private, locale: eu-west-1, cidrs: { ten: { cidr: 10.0.0.0/8 } } }
network:
  vpc:
    ipv4: { ipam: { pool: old, cidr: 10.20.0.0/16 } }
    additionalIpv4Cidrs: { pods: { ipam: { pool: old, cidr: 10.21.0.0/16 } } }
    defaults: { securityGroup: emptied, routeTable: emptied, networkAcl: emptied }
  availabilityZones: [a, b]
  subnets:
    public: { addressing: dual-stack, internet: public, slot: 0 }
    app: { addressing: dual-stack, internet: egress-only, natGateway: main, slot: 1 }
    pods: { addressing: dual-stack, ipv4Block: pods, slot: 2 }
  natGateways:
    main:
      subnet: public
      perZone: true
      allocationIds: { a: eipalloc-0123abc, b: eipalloc-0456def }
  networkAcls: { all: { subnets: [public, app, pods], preset: allow-all } }
  vpcEndpoints:
    s3: { service: s3, type: { gateway: { routeTables: [app] } } }
    for-the-office:
      service: s3
      type:
        interface:
          subnets: [app]
          securityGroups: [dns]
          subnetConfigurations:
            a: { ipv4: 10.20.16.53, ipv6: "::53" }
            b: { ipv4: 10.20.32.53, ipv6: "::53" }
          privateDnsOnlyForInboundResolverEndpoint: true
  securityGroups:
    dns: { ingress: { dns: { protocol: tcp, ports: 53, from: { anywhere: {} } } } }
targetGroups:
  names: { protocol: TCP, port: 5353, targets: { addresses: { one: { address: 10.20.16.9 } } } }
loadBalancers:
  edge:
    type: network
    securityGroups: [dns]
    listeners: { tcp: { port: 53, protocol: TCP, action: { forwardTo: names } } }
    subnets: [public]
    subnetMappings:
      a: { allocationId: eipalloc-0789abc, ipv6Address: "::53" }
      b: { allocationId: eipalloc-0abcdef, ipv6Address: "::53" }
`;

describeWithTools("terraform", findTerraform(), (terraform) => {
  test("a network of fixed addresses and emptied defaults applies, and has nothing left to do", async () => {
    const json = stackJson(networkFrom(BLUEPRINT));
    expect(resourceIn(json, "aws_nat_gateway.main_b")).toMatchObject({ allocation_id: "eipalloc-0456def" });
    expect(resourceIn(json, "aws_vpc.main")).toMatchObject({
      ipv4_ipam_pool_id: "${aws_vpc_ipam_pool.old.id}",
    });
    expect(resourceIn(json, "aws_lb.edge")["subnet_mapping"]).toMatchObject([
      { allocation_id: "eipalloc-0789abc", ipv6_address: expect.stringContaining("cidrhost") },
      { allocation_id: "eipalloc-0abcdef", ipv6_address: expect.stringContaining("cidrhost") },
    ]);
    const office = resourceIn(json, "aws_vpc_endpoint.for-the-office");
    expect(office["dns_options"]).toEqual({
      dns_record_ip_type: "dualstack",
      private_dns_only_for_inbound_resolver_endpoint: true,
    });
    expect(office["depends_on"]).toContain("aws_vpc_endpoint.s3");
    expect(office["subnet_configuration"]).toMatchObject([
      { ipv4: "10.20.16.53", ipv6: expect.stringContaining("cidrhost"), subnet_id: "${aws_subnet.app_a.id}" },
      { ipv4: "10.20.32.53", ipv6: expect.stringContaining("cidrhost"), subnet_id: "${aws_subnet.app_b.id}" },
    ]);
    const copy = emptyProject("fixed");
    try {
      if (!isObject(json)) throw new Error("the stack is no JSON object");
      writeJson(copy.folder, STACK_FILE, json);
      const { applied, replanned } = await mockedRun(terraform, copy.folder);
      expect(applied).toBeGreaterThan(25);
      expect(replanned).toEqual([]);
    } finally {
      copy.remove();
    }
  });
});
