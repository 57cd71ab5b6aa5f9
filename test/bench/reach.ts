/**
 * How long whole matrices take, in seconds by the clock and of the processor, and as a ratio to one of a tenth of the
 * subnets: what grows with their number alone gives 10. Other work on the machine changes the clock's seconds alone. `npm run bench:reach`, with a number of subnets (default 1000).
 */
import { destinations } from "../../src/aws/destinations/destinations.ts";
import type { Topology } from "../../src/reach/topology/topology.ts";
import { matrix } from "../../src/reach/walk/matrix.ts";
import { block, gateways, host, madeTopology, route, subnet } from "../support/made-topology.ts";

const DESTINATIONS = 50;

function network(count: number): Topology {
  const ids = Array.from({ length: count }, (_, n) => n);
  const hex = (n: number) => (n + 1).toString(16);
  const ipv4 = (n: number) => `10.${(n + 256) >> 8}.${n & 255}`;
  const subnets = ids.map((n) =>
    subnet(`s${n}`, `${ipv4(n)}.0/24`, `2001:db8:0:${hex(n)}::/64`, { dns64: "yes" }),
  );
  const routes = [route("0.0.0.0/0", "nat"), route("64:ff9b::/96", "nat"), route("::/0", "eigw")];
  return madeTopology({
    subnets: [...subnets, subnet("public", "10.0.0.0/24", "2001:db8::/64")],
    routes: {
      ...Object.fromEntries(ids.map((n) => [`s${n}`, routes])),
      public: [route("0.0.0.0/0", "igw"), route("::/0", "igw")],
    },
    gateways: gateways("public"),
    nodes: ids.map((n) =>
      host(`h${n}`, {
        subnet: `s${n}`,
        ipv4: block(`${ipv4(n)}.9/32`),
        ipv6: block(`2001:db8:0:${hex(n)}::9/128`),
      }),
    ),
  });
}

function seconds(count: number): number {
  const topology = network(count);
  const asked = Array.from({ length: DESTINATIONS }, (_, n) => destinations[n % destinations.length]);
  const [start, before] = [process.hrtime.bigint(), process.cpuUsage()];
  const traces = matrix(
    topology,
    asked.filter((one) => one !== undefined),
  );
  const taken = Number(process.hrtime.bigint() - start) / 1e9;
  const { user, system } = process.cpuUsage(before);
  const busy = (user + system) / 1e6;
  process.stdout.write(
    `${count} subnets, ${traces.length} traces: ${taken.toFixed(2)} s, ${busy.toFixed(2)} s of processor\n`,
  );
  return busy;
}

const count = Number(process.argv[2] ?? 1000);
seconds(count / 10);
const tenth = seconds(count / 10);
process.stdout.write(`ratio ${(seconds(count) / tenth).toFixed(1)}\n`);
