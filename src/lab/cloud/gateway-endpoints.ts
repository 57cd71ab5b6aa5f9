import type { Prefix } from "../../base/prefix.ts";
import { CannotModel } from "../stack/cannot-model.ts";
import { nameAt, namesAt, type TerraformStack } from "../stack/terraform-stack.ts";
import type { Outside, Vpc } from "./cloud.ts";
import type { MadeUpBlocks } from "./made-up-blocks.ts";
import { gatewayEndpoints } from "./read-names.ts";
import { blocksOf } from "./read-outsides.ts";

/** AWS's services behind gateway endpoints, by the end of their names: IPv4 and IPv6 blocks that stand for theirs. */
export type Services = ReadonlyMap<string, { readonly ipv4: Prefix; readonly ipv6: Prefix }>;

/** A service behind gateway endpoints. */
export interface GatewayOutside {
  readonly outside: Outside;
  /** Which blocks the endpoints lead to it, in which route tables. */
  readonly ways: readonly { readonly prefixes: readonly Prefix[]; readonly tables: readonly string[] }[];
}

/** One for each service and VPC, however many endpoints: behind all of them is the same service. */
export function gatewayOutsides(
  stack: TerraformStack,
  services: Services,
  vpcs: readonly Vpc[],
): readonly GatewayOutside[] {
  const ways = gatewayEndpoints(stack).map(({ resource, vpc, serviceName }) => {
    const type = nameAt(resource, resource.body["ip_address_type"]) ?? "ipv4";
    const both = serviceBlocks(services, serviceName, true);
    if (both === null) throw new CannotModel(resource.address, `unknown service ${serviceName}`);
    return {
      name: vpcs.length === 1 ? serviceName : `${serviceName}@${vpc}`,
      vpc,
      both,
      prefixes: both.filter(({ family }) => type === "dualstack" || type === family),
      tables: namesAt(resource, "route_table_ids"),
    };
  });
  const names = [...new Set(ways.map(({ name }) => name))];
  return names.flatMap((name) => {
    const own = ways.filter((way) => way.name === name);
    const [first] = own;
    if (first === undefined) return [];
    const { vpc, both } = first;
    const member = { vpc, back: blocksOf(vpcs, vpc), attachedSubnets: null };
    return [{ outside: { name, kind: "gateway-endpoint", prefixes: both, vpcs: [member] }, ways: own }];
  });
}

/** Blocks for S3 and DynamoDB. */
export function madeUpServices(madeUp: MadeUpBlocks): Services {
  return new Map(
    ["s3", "dynamodb"].map((service) => [service, { ipv4: madeUp.ipv4Block(28), ipv6: madeUp.ipv6(64) }]),
  );
}

/** A prefix list of AWS has IPv4 blocks only; a route of a dual-stack endpoint leads IPv6 too. */
export function serviceBlocks(services: Services, name: string, withIpv6: boolean): readonly Prefix[] | null {
  const blocks = /^com\.amazonaws\.[a-z0-9-]+\.(\w+)$/.exec(name);
  const service = services.get(blocks?.[1] ?? "");
  if (service === undefined) return null;
  return withIpv6 ? [service.ipv4, service.ipv6] : [service.ipv4];
}
