import { atValue } from "../base/diagnostic.ts";
import { deepFreeze } from "../base/freeze.ts";
import { invariant } from "../base/invariant.ts";
import type { Path } from "../base/path.ts";
import { fileAndLine } from "../blueprint/source.ts";
import { findJoined, findJoinedServices } from "../model/outputs/references/find-joined.ts";
import { findLinked } from "../model/outputs/references/find-linked.ts";
import { findNeighbours } from "../model/outputs/references/find-neighbours.ts";
import { findSameVpc } from "../model/outputs/references/find-same-vpc.ts";
import { joinNetworks } from "../model/outputs/references/join-networks.ts";
import type { Network } from "../model/types/network.ts";
import type { Read } from "./read-file.ts";

/** Blueprints take values from each other, once each is a network. */
export function joinBlueprints(asked: readonly Read[], beside: readonly Read[]): ReadonlyMap<Read, Read> {
  const all = [...asked, ...beside];
  const joining = all.flatMap((read) => {
    const { blueprint, network, references } = read;
    return blueprint === null || network === null ? [] : [{ read, blueprint, network, references }];
  });
  const stopped = all.flatMap((read) => {
    const { name, network, environment } = read;
    return network === null && name !== null ? [{ name, environment, isTold: asked.includes(read) }] : [];
  });
  const joined = joinNetworks(joining, stopped);
  const placeOf = (stack: string, path: Path): string => {
    const source = joining.find(({ network }) => network.name === stack)?.read.source;
    invariant(source !== undefined, `the network ${stack} is of no blueprint`);
    return fileAndLine(source, atValue(path));
  };
  const networks = [...joined.values()].flatMap(({ network }) => network ?? []);
  const linked = new Map(
    networks.map((network) => {
      const joined = findJoined(network, networks, placeOf);
      const sameVpc = findSameVpc(network, networks, placeOf);
      const joinedServices = findJoinedServices(network, networks);
      return [network, withJoined(network, { joined, sameVpc, joinedServices })];
    }),
  );
  const neighbours = findNeighbours([...linked.values()]);
  const linkedTo = findLinked([...linked.values()]);
  return new Map(
    joining.map((one) => {
      const found = joined.get(one);
      invariant(found !== undefined, `${one.network.name} was not joined`);
      const own = found.network === null ? undefined : linked.get(found.network);
      const network =
        own === undefined
          ? null
          : withNeighbours(own, neighbours.get(own.name) ?? [], linkedTo.get(own.name) ?? []);
      return [
        one.read,
        { ...one.read, network, diagnostics: [...one.read.diagnostics, ...found.diagnostics] },
      ];
    }),
  );
}

function withJoined(
  network: Network,
  found: Pick<Network, "joined" | "sameVpc" | "joinedServices">,
): Network {
  const isAlone = Object.values(found).every((all) => all.length === 0);
  return isAlone ? network : deepFreeze({ ...network, ...found });
}

function withNeighbours(
  network: Network,
  neighbours: readonly Network[],
  linked: readonly string[],
): Network {
  const isAlone = neighbours.length + linked.length === 0;
  return isAlone ? network : Object.freeze({ ...network, neighbours, linked: Object.freeze(linked) });
}
