import type { Node } from "../../src/reach/topology/nodes.ts";
import type { Topology } from "../../src/reach/topology/topology.ts";
import { block, gateways, host, madeTopology, route, subnet } from "./made-topology.ts";

/** Texts that HTML, JSON in a script or a regular expression would take for something else. */
export const HOSTILE_NAMES: readonly string[] = [
  "</script><script>document.title = 'hacked'</script>",
  "<!--<script>",
  "<img src=x onerror=\"document.title = 'hacked'\">",
  "\"' onfocus='document.title=1' x=\"",
  "]]>&lt;\u2028\u2029\u202eback\u0000\ud800",
  "__proto__",
  "javascript:document.title='hacked'",
  "$& $1 `${x}` \\",
];

/** Hosts of these names, each in a subnet of its own, with ways to the internet of both families and by NAT64. */
export function topologyOfHosts(names: readonly string[]): Topology {
  const hex = (n: number) => (n + 1).toString(16);
  const ids = names.map((name, n) => ({ name, n, id: `subnet ${n} ${name}` }));
  const routes = [route("0.0.0.0/0", "nat"), route("64:ff9b::/96", "nat"), route("::/0", "eigw")];
  return madeTopology({
    subnets: [
      ...ids.map(({ n, id }) =>
        subnet(id, `10.0.${n + 1}.0/24`, `2001:db8:0:${hex(n)}::/64`, { dns64: "yes" }),
      ),
      subnet("public", "10.0.0.0/24", "2001:db8::/64"),
    ],
    routes: {
      ...Object.fromEntries(ids.map(({ id }) => [id, routes])),
      public: [route("0.0.0.0/0", "igw"), route("::/0", "igw")],
    },
    gateways: gateways("public"),
    nodes: ids.map(({ name, n, id }): Node => {
      const ends = {
        subnet: id,
        ipv4: block(`10.0.${n + 1}.9/32`),
        ipv6: block(`2001:db8:0:${hex(n)}::9/128`),
      };
      return { ...host(`host ${n}`, ends), name };
    }),
  });
}
