import { atValue } from "../base/diagnostic.ts";
import { deepFreeze } from "../base/freeze.ts";
import { invariant } from "../base/invariant.ts";
import type { Path } from "../base/path.ts";
import { findJoined } from "../model/outputs/references/find-joined.ts";
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
    const at = atValue(path);
    return `${source.textOf(at).file}:${source.locate(at).line}`;
  };
  const networks = [...joined.values()].flatMap(({ network }) => network ?? []);
  return new Map(
    joining.map((one) => {
      const found = joined.get(one);
      invariant(found !== undefined, `${one.network.name} was not joined`);
      const links = found.network === null ? [] : findJoined(found.network, networks, placeOf);
      const network = links.length === 0 ? found.network : withJoined(found.network, links);
      return [
        one.read,
        { ...one.read, network, diagnostics: [...one.read.diagnostics, ...found.diagnostics] },
      ];
    }),
  );
}

function withJoined(network: Network | null, joined: Network["joined"]): Network | null {
  return network === null ? null : deepFreeze({ ...network, joined });
}
