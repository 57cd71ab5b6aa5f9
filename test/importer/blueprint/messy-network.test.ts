import { expect, test } from "vitest";
import { attachment, connection, device } from "../../support/found-links.ts";
import {
  cidr,
  entry,
  group,
  instance,
  inventoryWith,
  nat,
  rule,
  subnet,
  table,
  written,
} from "../../support/inventory.ts";

/** Subnets as people make them in the console over the years: some without a name, two names for one purpose. */
const SUBNETS = [
  subnet("subnet-0a1", "dmz-öffentlich", "a", 0),
  subnet("subnet-0a2", "DMZ öffentlich (1b)", "b", 1),
  subnet("subnet-0b1", "App Subnet 1", "a", 10),
  subnet("subnet-0b2", "app_subnet_2", "b", 11),
  subnet("subnet-0c1", null, "a", 20),
  subnet("subnet-0c2", null, "b", 21),
  subnet("subnet-0d1", null, "c", 30),
  subnet("subnet-0e1", "test - DO NOT USE!!", "a", 40),
  subnet("subnet-0f1", "app subnet 3 (old)", "a", 50),
];

const out = (...args: Parameters<typeof rule>) => ({ ...rule(...args), direction: "egress" as const });

const PEERING = "pcx-0a1b2c3d4e5f60001";

const INVENTORY = inventoryWith({
  vpc: { ...inventoryWith().vpc, name: "Kunden-Netz (alt)", enableDnsHostnames: false },
  subnets: SUBNETS,
  routeTables: [
    { ...table("rtb-0a", ["subnet-0a1", "subnet-0a2"], [["0.0.0.0/0", "igw-01"]]), name: "öffentlich" },
    {
      ...table(
        "rtb-0b",
        ["subnet-0b1", "subnet-0b2", "subnet-0f1"],
        [
          ["0.0.0.0/0", "nat-01"],
          ["10.20.0.0/16", PEERING],
          ["192.168.0.0/16", "vgw-0a1b2c3d"],
          ["172.16.0.0/12", "tgw-01"],
        ],
      ),
      name: "app",
    },
    table("rtb-00", [], [["10.20.0.0/16", PEERING]]),
    { ...table("rtb-0x", [], [["0.0.0.0/0", "igw-01"]]), name: "left over", isMain: false },
  ],
  natGateways: [nat("nat-01", "subnet-0a1", "NAT für App")],
  networkAcls: [
    {
      id: "acl-01",
      name: "dmz",
      isDefault: false,
      subnetIds: ["subnet-0a1", "subnet-0a2"],
      entries: [
        entry(1, "6", "198.51.100.7/32", { action: "deny", ports: { from: 0, to: 65535 } }),
        entry(100, "6", "0.0.0.0/0", { ports: { from: 443, to: 443 } }),
        entry(110, "1", "0.0.0.0/0", { icmp: { type: -1, code: -1 } }),
        entry(32_766, "-1", "10.0.0.0/16"),
        entry(32_766, "-1", "0.0.0.0/0", { egress: true }),
      ],
    },
    {
      id: "acl-00",
      name: null,
      isDefault: true,
      subnetIds: ["subnet-0b1", "subnet-0b2", "subnet-0c1"],
      entries: [
        entry(100, "-1", "0.0.0.0/0"),
        entry(90, "6", "203.0.113.0/24", { action: "deny", ports: { from: 22, to: 22 } }),
        entry(100, "-1", "0.0.0.0/0", { egress: true }),
      ],
    },
  ],
  securityGroups: [
    group("sg-00", "default", [
      rule("sgr-001", "-1", null, { kind: "security-group", id: "sg-00" }),
      out("sgr-002", "-1", null, cidr("0.0.0.0/0")),
    ]),
    group("sg-01", "launch-wizard-1", [
      rule("sgr-011", "tcp", 22, cidr("0.0.0.0/0")),
      rule("sgr-012", "tcp", 3389, cidr("203.0.113.0/24"), "Buero Muenchen"),
      rule("sgr-013", "icmp", [-1, -1], cidr("0.0.0.0/0")),
      out("sgr-014", "-1", null, cidr("0.0.0.0/0")),
    ]),
    group("sg-02", "Web-Server (DMZ)", [
      // Rules that stand in the group itself: a state has no ids for them.
      rule(null, "tcp", 443, cidr("0.0.0.0/0")),
      rule(null, "tcp", 8080, { kind: "prefix-list", id: "pl-0a1b2c3d4e5f60001" }),
      rule(null, "tcp", 8443, cidr("10.20.0.0/16"), "Partner-VPC, see ticket #4711"),
      out(null, "-1", null, cidr("0.0.0.0/0")),
    ]),
    group("sg-03", "db", [
      rule("sgr-031", "tcp", 3306, { kind: "security-group", id: "sg-02" }),
      rule("sgr-032", "tcp", 3306, cidr("10.0.10.0/24")),
      rule("sgr-033", "tcp", 3306, { kind: "security-group", id: "sg-99" }),
    ]),
  ],
  instances: [
    instance("i-0a1", "bastion (ask Jürgen)", { subnetId: "subnet-0a1", securityGroupIds: ["sg-01"] }),
    instance("i-0b1", null, { subnetId: "subnet-0c1", securityGroupIds: ["sg-00", "sg-03"] }),
  ],
  prefixLists: [{ id: "pl-0a1b2c3d4e5f60001", name: "offices", family: "ipv4" }],
  links: {
    peerings: [
      {
        id: PEERING,
        name: "Partner (Kündigung 2027?)",
        peerVpcId: "vpc-0abc",
        peerOwnerId: "210987654321",
        peerRegion: null,
      },
    ],
    attachments: [
      attachment({ name: "hub", subnetIds: ["subnet-0b1", "subnet-0b2"], ipv6Support: "disable" }),
    ],
    virtualPrivateGateways: [{ id: "vgw-0a1b2c3d", name: null, amazonSideAsn: 64512 }],
    customerGateways: [device({ name: "Büro" })],
    vpnConnections: [
      connection({ gatewayId: "vgw-0a1b2c3d", routes: ["192.168.0.0/16"], staticRoutesOnly: true }),
    ],
  },
  others: [
    {
      kind: "VPC peering connection",
      id: "pcx-0a1b2c3d4e5f60002",
      detail: "asked for by vpc-0def, whose it is",
    },
    { kind: "DHCP options", id: "dopt-01", detail: "DNS servers 10.0.0.53: they have to answer AAAA" },
  ],
});

// Read by a person: what it says must be clear to somebody who knows the network and has never seen a blueprint.
test("a network that grew by hand becomes a blueprint that reads well, with its ids in a file beside", async () => {
  const { text, ids, lost } = written(INVENTORY, "messy-network.ids.include.yaml");
  expect(lost).toEqual([]);
  await expect(text).toMatchFileSnapshot("messy-network.yaml");
  await expect(ids?.text).toMatchFileSnapshot("messy-network.ids.include.yaml");
});

test("in one text the same stands with the ids behind everything else", () => {
  const [one, two] = [written(INVENTORY), written(INVENTORY, "beside.ids.include.yaml")];
  expect([one.ids, [...one.imports]]).toEqual([null, [...two.imports]]);
  expect(one.network).toEqual(two.network);
  const keys = [
    "\ncompute:",
    "\nmigration:",
    "\nnetwork:",
    "\n  securityGroups:",
    "\n  vpc:",
    "\n    existing:",
  ];
  const places = keys.map((key) => one.text.indexOf(key));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
});
