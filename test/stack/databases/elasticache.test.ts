// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { expect, test } from "vitest";
import { networkWith } from "../../model/hosts-blueprint.ts";
import { at } from "../../support/json.ts";
import { schemaProblems } from "../../support/provider-schema.ts";
import { resourceIn, stackJson } from "../../support/synth-json.ts";

function jsonWith(body: string) {
  const json = stackJson(
    networkWith(`
elasticache:
  subnetGroups: { cache: { subnets: [app], tags: { kind: subnets } } }
${body}`),
  );
  expect(schemaProblems(json)).toEqual([]);
  return json;
}

test("a subnet group has the subnets of its tiers", () => {
  expect(resourceIn(jsonWith(""), "aws_elasticache_subnet_group.cache")).toEqual({
    name: "shop-cache",
    description: "Subnets shop-cache",
    subnet_ids: ["${aws_subnet.app_a.id}", "${aws_subnet.app_b.id}"],
    tags: { Name: "shop-cache", kind: "subnets" },
  });
});

test("a replication group is encrypted at rest and in transit, and discovered by IPv6", () => {
  const json = jsonWith(`
  replicationGroups:
    carts: { subnetGroup: cache, engine: valkey, engineVersion: "8.0", nodeType: cache.t4g.small, securityGroups: [web] }
outputs:
  carts: { value: { cachePrimaryEndpoint: carts } }
  readers: { value: { cacheReaderEndpoint: carts } }
`);
  expect(resourceIn(json, "aws_elasticache_replication_group.carts")).toEqual({
    replication_group_id: "shop-carts",
    depends_on: [
      "aws_vpc_security_group_egress_rule.web_default_ipv4",
      "aws_vpc_security_group_egress_rule.web_default_ipv6",
    ],
    description: "carts of shop",
    engine: "valkey",
    engine_version: "8.0",
    node_type: "cache.t4g.small",
    num_cache_clusters: 2,
    automatic_failover_enabled: true,
    multi_az_enabled: true,
    subnet_group_name: "${aws_elasticache_subnet_group.cache.name}",
    network_type: "dual_stack",
    ip_discovery: "ipv6",
    port: 6379,
    at_rest_encryption_enabled: "true",
    transit_encryption_enabled: true,
    snapshot_retention_limit: 0,
    security_group_ids: ["${aws_security_group.web.id}"],
    final_snapshot_identifier: "shop-carts-final",
    lifecycle: { prevent_destroy: true },
    tags: { Name: "shop-carts" },
  });
  expect(at(json, "output", "carts", "value")).toBe(
    "${aws_elasticache_replication_group.carts.primary_endpoint_address}",
  );
  expect(at(json, "output", "readers", "value")).toBe(
    "${aws_elasticache_replication_group.carts.reader_endpoint_address}",
  );
});

test("a Memcached cluster is spread over the zones", () => {
  const json = jsonWith(`
  clusters:
    pages: { subnetGroup: cache, engineVersion: "1.6.22", nodeType: cache.t4g.small, numCacheNodes: 2 }
outputs: { pages: { value: { cacheConfigurationEndpoint: pages } } }
`);
  expect(resourceIn(json, "aws_elasticache_cluster.pages")).toEqual({
    cluster_id: "shop-pages",
    engine: "memcached",
    engine_version: "1.6.22",
    node_type: "cache.t4g.small",
    num_cache_nodes: 2,
    az_mode: "cross-az",
    subnet_group_name: "${aws_elasticache_subnet_group.cache.name}",
    network_type: "dual_stack",
    ip_discovery: "ipv6",
    port: 11211,
    transit_encryption_enabled: true,
    lifecycle: { prevent_destroy: true },
    tags: { Name: "shop-pages" },
  });
  expect(at(json, "output", "pages", "value")).toBe(
    "${aws_elasticache_cluster.pages.configuration_endpoint}",
  );
});
