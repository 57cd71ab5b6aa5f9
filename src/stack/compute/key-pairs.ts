import { KeyPair } from "@cdktf/provider-aws/lib/key-pair/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import { withNameTag } from "../name-tag.ts";
import type { ComputeMade } from "../resources.ts";

/** Adds the key pairs; returns them by name. */
export function addKeyPairs(scope: Construct, network: Network): ComputeMade["keyPairs"] {
  return new Map(
    network.compute.keyPairs.map((pair) => [
      pair.name,
      new KeyPair(scope, terraformAddress("aws_key_pair", pair.name), {
        keyName: pair.displayName,
        publicKey: pair.publicKey,
        tags: withNameTag(pair.displayName, pair.tags),
      }),
    ]),
  );
}
