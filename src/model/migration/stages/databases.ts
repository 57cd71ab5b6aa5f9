import type { Network } from "../../types/network.ts";
import type { Rds } from "../../types/rds.ts";
import type { Stage } from "../stage.ts";
import { type WhatIsThere, whatIsThere } from "../what-is-there.ts";

/** The stage `databases`. */
export const databasesStage: Stage = {
  id: "databases",
  title: "Make databases dual-stack, and add new databases and caches",
  why: "The clients of the databases have IPv6 by now and can be tried one after the other; the IPv4 addresses stay. It is apart from the load balancers so that what clients of the one and the other notice does not happen at once",
  without: (network: Network) => ({
    ...network,
    rds: oldDatabases(network.rds, whatIsThere(network)),
    elasticache: { subnetGroups: [], clusters: [], replicationGroups: [] },
  }),
};

/** A subnet group stays while an old database stands in it. */
function oldDatabases(rds: Rds, there: WhatIsThere): Rds {
  const instances = rds.instances
    .filter(({ name }) => there.has("aws_db_instance", name))
    .map((database) => ({ ...database, networkType: "IPV4" as const, parameterGroup: null }));
  const isKept = (name: string) =>
    there.has("aws_db_subnet_group", name) || instances.some(({ subnetGroup }) => subnetGroup === name);
  return {
    subnetGroups: rds.subnetGroups.filter(({ name }) => isKept(name)),
    parameterGroups: [],
    clusterParameterGroups: [],
    instances,
    clusters: [],
  };
}
