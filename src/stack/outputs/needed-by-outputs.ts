import type { Construct } from "constructs";
import type { Network } from "../../model/types/network.ts";
import type {
  ComputeMade,
  EksMade,
  ElasticacheMade,
  ElasticIpsMade,
  LambdaMade,
  LoadBalancingMade,
  NetworkMade,
  RdsMade,
  Route53Made,
} from "../resources.ts";

/** What outputs show. */
export type NeededByOutputs = NetworkMade &
  ComputeMade &
  LoadBalancingMade &
  LambdaMade &
  EksMade &
  RdsMade &
  ElasticacheMade &
  ElasticIpsMade &
  Route53Made;

/** One value, a list in the order of the zones, or a map. */
export type OutputContent = string | string[] | Readonly<Record<string, string>>;

/** Of what an output shows something: the entity of that name. */
export interface Showing {
  readonly scope: Construct;
  readonly made: NeededByOutputs;
  readonly network: Network;
  readonly name: string;
}

/** What is shown of the entity. */
export type Show = (showing: Showing) => OutputContent;
