import { expect, test } from "vitest";
import { networkFrom } from "../../support/network.ts";
import { stackText } from "../../support/synth-json.ts";

function networkIn(zones: string) {
  return networkFrom(`
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: ${zones}
  subnets:
    app: { addressing: dual-stack, internet: none, slot: 1 }
    data: { addressing: dual-stack, internet: none, slot: 2 }
`);
}

test("a zone may be written before, between or after the others: no subnet moves", () => {
  const blocks = (zones: string) =>
    new Map(
      networkIn(zones).tiers.flatMap(({ subnets }) =>
        subnets.map(({ id, ipv4, ipv6 }) => [id, { ipv4, ipv6 }]),
      ),
    );
  for (const zones of ["[a, b, c]", "[b, a, c]", "[a, c, b]", "[c, b, a, d]"])
    for (const [id, block] of blocks("[a, c]"))
      expect(blocks(zones).get(id), `${id} in ${zones}`).toEqual(block);
  expect(stackText(networkIn("[c, a]"))).toBe(stackText(networkIn("[a, c]")));
});
