import {
  type BlockMode,
  type ExclusionMode,
  type PublicAccess,
  publicAccessUnder,
} from "../../aws/public-access.ts";
import type { Place } from "../topology/topology.ts";
import type { Value } from "./fields.ts";
import { placeOf } from "./place-of.ts";
import type { Reading } from "./reading.ts";
import { referents } from "./referents.ts";
import type { TerraformResource } from "./terraform-document.ts";

/** What a document says of VPC Block Public Access. */
export interface PublicAccessRead {
  /** Where it is written; null: nowhere, and the internet is taken as open. */
  readonly place: Place | null;
  /** What passes between the internet and the subnet, or (null) what belongs to the VPC and to no subnet. */
  readonly of: (vpc: string, subnet: string | null) => PublicAccess;
}

const MODES: Readonly<Record<string, BlockMode>> = {
  off: "off",
  "block-ingress": "block-ingress",
  "block-bidirectional": "block-bidirectional",
};
const EXCLUSION_MODES: Readonly<Record<string, ExclusionMode>> = {
  "allow-bidirectional": "allow-bidirectional",
  "allow-egress": "allow-egress",
};

/** Exclusions alone tell that somebody blocks, or is about to: the mode is then one of the account that nobody sees here. */
export function readPublicAccess(reading: Reading): PublicAccessRead {
  const options = reading.index.ofType("aws_vpc_block_public_access_options");
  const excluding = reading.index.ofType("aws_vpc_block_public_access_exclusion");
  const [first] = [...options, ...excluding];
  if (first === undefined) return { place: null, of: () => "open" };
  const mode = modeOf(reading, options);
  const exclusions = excluding.map((resource) => exclusionOf(reading, resource));
  return {
    place: placeOf(first),
    of: (vpc, subnet) =>
      publicAccessUnder(
        mode,
        exclusions
          .filter(
            ({ ids }) => ids === "any" || ids.includes(vpc) || (subnet !== null && ids.includes(subnet)),
          )
          .map((exclusion) => exclusion.mode),
      ),
  };
}

/** Several options are of several regions, and which is of which is not followed. */
function modeOf(reading: Reading, options: readonly TerraformResource[]): BlockMode | null {
  const modes = options.map((resource) =>
    oneOf(reading.fields(resource).text("internet_gateway_block_mode"), MODES),
  );
  const [mode] = modes;
  return mode !== undefined && modes.every((other) => other === mode) ? mode : null;
}

interface Exclusion {
  /** What it may be for; with a mode that is not known where that is not known. */
  readonly ids: readonly string[] | "any";
  readonly mode: ExclusionMode | null;
}

function exclusionOf(reading: Reading, resource: TerraformResource): Exclusion {
  const subnet = reading.one(resource, referents.subnet, "subnet_id");
  const target = subnet.kind === "none" ? reading.one(resource, referents.vpc, "vpc_id") : subnet;
  const mode = oneOf(reading.fields(resource).text("internet_gateway_exclusion_mode"), EXCLUSION_MODES);
  if (target.kind === "one") return { ids: [target.id], mode };
  return { ids: target.kind === "one-of" && target.isClosed ? target.ids : "any", mode: null };
}

function oneOf<Mode>(value: Value<string>, known: Readonly<Record<string, Mode>>): Mode | null {
  return value.kind === "known" && Object.hasOwn(known, value.value) ? (known[value.value] ?? null) : null;
}
