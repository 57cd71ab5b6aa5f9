import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = new URL("../..", import.meta.url).pathname;
/** 69 resources. */
const SAMPLE = readFileSync(join(ROOT, "blueprints/dual-stack-web.yaml"), "utf8");

/** A repository with so many blueprints of 69 resources each; answers with its folder. */
export function repositoryOf(count: number, folder: string): string {
  mkdirSync(join(folder, "blueprints"), { recursive: true });
  for (let index = 0; index < count; index++) {
    const name = `web-${String(index).padStart(3, "0")}`;
    writeFileSync(join(folder, "blueprints", `${name}.yaml`), SAMPLE.replace(/^name: .*$/m, `name: ${name}`));
  }
  return folder;
}

const GROUPS = 150;
const RULES = 49;

/** A repository with one blueprint of about 7,500 resources, most of them rules of security groups. */
export function repositoryOfOneLarge(folder: string): string {
  const groups = Array.from({ length: GROUPS }, (_, group) => {
    const rules = Array.from(
      { length: RULES },
      (_, rule) =>
        `        r${rule}: { protocol: tcp, ports: ${1024 + rule}, from: { cidrIpv6: "2001:db8:${group}:${rule}::/64" } }`,
    );
    return [`    g${group}:`, "      description: For a benchmark.", "      ingress:", ...rules].join("\n");
  });
  const text = `apiVersion: hextet/v1
name: large
region: eu-west-1
quotas: { rulesPerSecurityGroup: 100 }
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b, c]
  subnets:
    app: { addressing: dual-stack, internet: egress-only, slot: 1 }
  securityGroups:
${groups.join("\n")}
`;
  mkdirSync(join(folder, "blueprints"), { recursive: true });
  writeFileSync(join(folder, "blueprints/large.yaml"), text);
  return folder;
}
