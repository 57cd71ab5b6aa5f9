// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's
import { describe, expect, test } from "vitest";
import type { Network } from "../../src/model/types/network.ts";
import { importedArguments } from "../../src/stack/existing/kept-arguments.ts";
import { IMPORTING, IMPORTING_FLEET } from "../support/existing-blueprint.ts";
import { at, listAt } from "../support/json.ts";
import { networkFrom } from "../support/network.ts";
import { schemaProblems } from "../support/provider-schema.ts";
import { sampleNetwork } from "../support/sample-network.ts";
import { addressesIn, resourceIn, stackJson } from "../support/synth-json.ts";

const SHOP = networkFrom(IMPORTING);
const { migration } = SHOP;
const atEnd: Network = { ...SHOP, migration: migration && { ...migration, stage: "ipv6-only-subnets" } };

const ignoredIn = (json: unknown, address: string) =>
  listAt(resourceIn(json, address), "lifecycle", "ignore_changes");

describe("what is imported", () => {
  const json = stackJson(SHOP);
  const imports = SHOP.existing?.imports ?? [];

  test("stands in import blocks at the root, sorted, by the id that terraform import takes", () => {
    expect(imports.length).toBeGreaterThan(25);
    expect(json["import"]).toEqual(imports.map(({ address, id }) => ({ to: address, id })));
    expect(listAt(json, "import")).toContainEqual({
      to: "aws_route.public_default-ipv4",
      id: "rtb-0a1_0.0.0.0/0",
    });
    expect(listAt(json, "import")).toContainEqual({ to: "aws_vpc.main", id: "vpc-0a1" });
  });

  test("is in the stack, and the stack is what the provider accepts", () => {
    expect(addressesIn(json)).toEqual(expect.arrayContaining(imports.map(({ address }) => address)));
    expect(schemaProblems({ ...json, resource: withoutTerraformData(json) })).toEqual([]);
  });

  test("keeps the arguments of its type, and none that has no such type", () => {
    for (const { address } of imports) {
      const kept = importedArguments[address.split(".")[0] ?? ""]?.kept;
      expect([address, ignoredIn(json, address)]).toEqual([address, kept]);
    }
    expect(ignoredIn(json, "aws_security_group.web")).toContain("name_prefix");
    expect(ignoredIn(json, "aws_route.public_default-ipv4")).toEqual([]);
  });

  test("keeps what the stack itself says of its life", () => {
    expect(at(resourceIn(json, "aws_security_group.web"), "lifecycle")).toEqual({
      create_before_destroy: true,
      ignore_changes: ["description", "name_prefix", "revoke_rules_on_delete", "tags", "tags_all"],
      prevent_destroy: true,
    });
  });

  test("adds to what the stack itself ignores", () => {
    const withParameter = IMPORTING.replace("ami: { id: ami-0123456789abcdef0 }", "os: amazon-linux-2023");
    const ignored = ignoredIn(stackJson(networkFrom(withParameter)), "aws_instance.web");
    expect(ignored.filter((name) => name === "ami")).toEqual(["ami"]);
  });

  test("is not to be destroyed until the migration is over", () => {
    const guarded = (network: Network) => {
      const built = stackJson(network);
      return addressesIn(built).filter(
        (address) => at(resourceIn(built, address), "lifecycle", "prevent_destroy") === true,
      );
    };
    expect(guarded(atEnd)).toEqual(imports.map(({ address }) => address));
    // A database stays protected, as any other.
    expect(guarded({ ...SHOP, migration: null })).toEqual(["aws_db_instance.orders"]);
  });

  test("stays imported when the migration is over: then the blocks do nothing any more", () => {
    const over = stackJson({ ...SHOP, migration: null });
    expect(over["import"]).toEqual(json["import"]);
    expect(ignoredIn(over, "aws_lb.front")).toContain("name");
  });

  test("new things beside it are free", () => {
    expect(resourceIn(stackJson(atEnd), "aws_subnet.inner_a")).not.toHaveProperty("lifecycle");
  });
});

describe("an import of what is not in the stack", () => {
  const importing = (network: Network, address: string): Network => ({
    ...network,
    existing: {
      path: [],
      vpcId: "vpc-1",
      imports: [
        { path: [], address: "aws_vpc.main", id: "vpc-1" },
        { path: [], address, id: "i-1" },
      ],
      references: [],
    },
  });
  const causeOf = (work: () => void): unknown => {
    try {
      work();
    } catch (error) {
      return error instanceof Error ? error.cause : error;
    }
    return undefined;
  };

  test("is left out while a later stage brings it: Terraform refuses an address that is not there", () => {
    const later = "aws_vpc_security_group_egress_rule.web_all_ipv6";
    expect(stackJson(importing(SHOP, later))["import"]).toEqual([{ to: "aws_vpc.main", id: "vpc-1" }]);
    expect(listAt(stackJson(importing(atEnd, later)), "import")).toContainEqual({ to: later, id: "i-1" });
  });

  test("is a bug of ours where nothing comes later: an apply would make it a second time", () => {
    for (const network of [sampleNetwork(), atEnd]) {
      const cause = causeOf(() => stackJson(importing(network, "aws_instance.nowhere")));
      expect(cause).toEqual(
        new Error("internal error: the import of aws_instance.nowhere meets no resource"),
      );
    }
  });

  test("is no construct of another kind", () => {
    const cause = causeOf(() => stackJson(importing(sampleNetwork(), "output.vpc_id")));
    expect(cause).toEqual(new Error("internal error: the import of output.vpc_id meets no resource"));
  });

  test("a network from scratch has no import blocks", () => {
    expect(stackJson(sampleNetwork())).not.toHaveProperty("import");
  });

  test("an id is text, whatever it looks like", () => {
    const id = '${file("/etc/passwd")}%{if true}';
    const imports = [{ path: [], address: "aws_vpc.main", id }];
    const existing = { path: [], vpcId: id, imports, references: [] };
    const [block] = listAt(stackJson(sampleNetwork({ existing })), "import");
    expect(at(block, "id")).toBe('$${file("/etc/passwd")}%%{if true}');
  });
});

describe("a NAT gateway that was there before", () => {
  test("keeps its own address: none is made where none is imported", () => {
    const without = IMPORTING.replace(/ +aws_eip\.main: .*\n/, "");
    const json = stackJson(networkFrom(without));
    expect(addressesIn(json)).not.toContain("aws_eip.main");
    expect(resourceIn(json, "aws_nat_gateway.main")).not.toHaveProperty("allocation_id");
    expect(ignoredIn(json, "aws_nat_gateway.main")).toContain("allocation_id");
  });
});

describe("the rule that AWS adds when the VPC gets its IPv6 block", () => {
  const looksFor = (network: Network) =>
    listAt(stackJson(network), "import").filter((block) => at(block, "for_each") !== undefined);

  test("is imported where AWS has added it, and made where not", () => {
    const json = stackJson(atEnd);
    expect(looksFor(atEnd).map((block) => at(block, "to"))).toEqual([
      "aws_vpc_security_group_egress_rule.database_default_ipv6",
      "aws_vpc_security_group_egress_rule.web_all_ipv6",
    ]);
    expect(looksFor(atEnd)[1]).toEqual({
      to: "aws_vpc_security_group_egress_rule.web_all_ipv6",
      id: "${each.value}",
      for_each:
        '${toset([for rule in data.aws_vpc_security_group_rule.web : rule.security_group_rule_id if rule.is_egress && rule.ip_protocol == "-1" && rule.cidr_ipv6 == "::/0"])}',
    });
    expect(at(json, "data", "aws_vpc_security_group_rules", "web")).toEqual({
      filter: [{ name: "group-id", values: ["sg-0a1"] }],
    });
    expect(at(json, "data", "aws_vpc_security_group_rule", "web")).toEqual({
      for_each: "${toset(data.aws_vpc_security_group_rules.web.ids)}",
      security_group_rule_id: "${each.value}",
    });
  });

  test("is looked for from the stage that makes it until the migration is over", () => {
    const before: Network = {
      ...SHOP,
      migration: migration && { ...migration, stage: "subnet-address-blocks" },
    };
    expect(looksFor(before)).toEqual([]);
    expect(stackJson(before)).not.toHaveProperty("data");
    expect(looksFor({ ...SHOP, migration: null })).toEqual([]);
  });

  test("is not looked for where the blueprint imports it, nor in groups that are new", () => {
    const line = "        aws_vpc_security_group_egress_rule.web_all_ipv6: sgr-0a9\n";
    const text = IMPORTING.replace("      import:\n", `      import:\n${line}`)
      .replace(/ +aws_security_group\.database: .*\n/, "")
      .replace("stage: import", "stage: security");
    const found = listAt(stackJson(networkFrom(text)), "import");
    expect(found.filter((block) => at(block, "for_each") !== undefined)).toEqual([]);
    expect(found).toContainEqual({
      to: "aws_vpc_security_group_egress_rule.web_all_ipv6",
      id: "sgr-0a9",
    });
  });
});

describe("terraform_data.migration", () => {
  test("says the stage while there is a migration", () => {
    expect(resourceIn(stackJson(SHOP), "terraform_data.migration")).toEqual({ input: "import" });
    expect(resourceIn(stackJson(atEnd), "terraform_data.migration")).toEqual({ input: "ipv6-only-subnets" });
  });

  test("is gone with it", () => {
    expect(addressesIn(stackJson({ ...SHOP, migration: null }))).not.toContain("terraform_data.migration");
  });
});

function withoutTerraformData(json: Record<string, unknown>): unknown {
  const { terraform_data: _builtIn, ...resources } = Object(json["resource"]);
  return resources;
}

describe("an imported launch template", () => {
  const PARTS = ["metadata_options", "network_interfaces", "vpc_security_group_ids"];
  const TEMPLATE = "app: { instanceType: t3.small, ami: { id: ami-0123456789abcdef0 }, keyPair: ops";

  test.each([
    ["", ["network_interfaces", "vpc_security_group_ids"]],
    [", metadata: { ipv6: false }", PARTS],
    [", ipv6AddressCount: 1", []],
    [", enablePrimaryIpv6: true", []],
    [", associatePublicIpAddress: true", ["network_interfaces", "vpc_security_group_ids"]],
  ])("with %j keeps %j at every stage", (asked, kept) => {
    for (const stage of ["import", "ipv6-only-subnets"]) {
      const text = IMPORTING_FLEET.replace(TEMPLATE, `${TEMPLATE}${asked}`).replace(
        "stage: import",
        `stage: ${stage}`,
      );
      const ignored = ignoredIn(stackJson(networkFrom(text)), "aws_launch_template.app");
      expect([stage, PARTS.filter((name) => ignored.includes(name))]).toEqual([stage, kept]);
    }
  });

  test("is told from a new one", () => {
    const text = IMPORTING_FLEET.replace(/ +aws_(launch_template|autoscaling_group).app: .*\n/g, "");
    const { lifecycle } = resourceIn(
      stackJson(networkFrom(text.replace("stage: import", "stage: databases"))),
      "aws_launch_template.app",
    );
    expect(lifecycle).toEqual({ create_before_destroy: true });
  });
});
