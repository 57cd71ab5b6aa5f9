import { expect, test } from "vitest";
import {
  sharesTraffic,
  type Traffic,
  trafficOf,
  trafficOfRule,
} from "../../../src/model/filtering/traffic.ts";
import type { SecurityGroupRule } from "../../../src/model/types/filtering.ts";

const range = (from: number, to = from) => ({ from, to });

test.each([
  [1, range(8), { protocol: 1, ports: null }],
  [58, range(128), { protocol: 1, ports: null }],
  [6, range(443, 80), { protocol: 6, ports: range(80, 443) }],
  [6, null, { protocol: 6, ports: null }],
  [null, null, { protocol: null, ports: null }],
])("protocol %j with ports %j", (protocol, ports, expected) => {
  expect(trafficOf(protocol, ports)).toEqual(expected);
});

test.each([
  ["TCP", { protocol: 6, ports: range(443) }],
  ["17", { protocol: 17, ports: range(443) }],
  ["-1", { protocol: -1, ports: null }],
  ["47", { protocol: 47, ports: null }],
  ["tpc", { protocol: null, ports: null }],
])(
  "a security group rule of %s with ports speaks of them where the protocol has ports",
  (protocol, expected) => {
    const rule: SecurityGroupRule = {
      id: "web_https",
      name: "https",
      path: [],
      direction: "ingress",
      protocol,
      ports: range(443),
      peer: { kind: "prefix-list-id", id: "pl-0123abc" },
      description: null,
    };
    expect(trafficOfRule(rule)).toEqual(expected);
  },
);

const tcp = (from: number, to = from): Traffic => ({ protocol: 6, ports: range(from, to) });

test.each([
  ["the same", tcp(443), tcp(443), true],
  ["touching ranges", tcp(1, 443), tcp(443, 500), true],
  ["neighbours", tcp(1, 442), tcp(443, 500), false],
  ["another protocol", tcp(443), { protocol: 17, ports: range(443) }, false],
  ["all protocols", tcp(443), { protocol: -1, ports: null }, true],
  ["an unknown spelling", tcp(443), { protocol: null, ports: null }, true],
  ["all ports", tcp(443), { protocol: 6, ports: null }, true],
])("two filters share a packet, %s", (_, a, b, expected) => {
  expect([sharesTraffic(a, b), sharesTraffic(b, a)]).toEqual([expected, expected]);
});
