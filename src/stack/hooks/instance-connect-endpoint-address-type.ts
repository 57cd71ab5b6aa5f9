import type { Construct } from "constructs";
import { hookFacts } from "../../aws/provider-gaps.ts";
import type { Network } from "../../model/types/network.ts";
import type { InstanceConnectEndpoint } from "../../model/types/vpc-endpoints.ts";
import { Fn, type ITerraformDependable } from "../engine.ts";
import { withNameTag } from "../name-tag.ts";
import { addCliStep, type HookPart, ownerOf } from "./cli-step.ts";
import {
  CREATE_ENDPOINT,
  DESTROY_ENDPOINT,
  UNTAG_ENDPOINT,
  UPDATE_ENDPOINT,
} from "./instance-connect-endpoint-scripts.ts";
import type { ProviderHook } from "./provider-hook.ts";
import { removedNames } from "./removed-names.ts";
import { tagList } from "./tag-list.ts";
import type { TerraformData } from "./terraform-data.ts";

/** What the hook needs for one endpoint. */
export interface InstanceConnectEndpointInput {
  readonly network: Network;
  readonly endpoint: InstanceConnectEndpoint;
  readonly subnetId: string;
  readonly securityGroupIds: readonly string[];
  /** What has to be there, or gone, before. */
  readonly needed: readonly ITerraformDependable[];
}

const HOOK = "instance-connect-endpoint-address-type";

/**
 * Makes an EC2 Instance Connect endpoint of a given address type through the API. A new subnet replaces it; type,
 * security groups and tags change in place.
 */
export const instanceConnectEndpointAddressType: ProviderHook<InstanceConnectEndpointInput, TerraformData> = {
  ...hookFacts(HOOK),
  apply(scope, input) {
    const part = { hook: HOOK, name: input.endpoint.name };
    const step = addCreation(scope, input, part);
    addSettings(scope, input, part, step);
    return step;
  },
};

/** Deletes the endpoints that `terraform.removed` names; returns what others wait for. Nothing to do: no step. */
export function removeInstanceConnectEndpoints(
  scope: Construct,
  network: Network,
): readonly ITerraformDependable[] {
  const owners = removedNames(network, HOOK).map((name) => ownerOf(network, { hook: HOOK, name }));
  if (owners.length === 0) return [];
  const step = addCliStep(scope, network, {
    id: "removed_instance_connect_endpoint",
    values: { FIND_REQUEST: filter("tag:hextet:hook", owners) },
    create: DESTROY_ENDPOINT,
    destroy: null,
  });
  return [step];
}

function addCreation(scope: Construct, input: InstanceConnectEndpointInput, part: HookPart): TerraformData {
  const { network, endpoint, subnetId } = input;
  const owner = ownerOf(network, part);
  const tags = [...tagsOf(input), { Key: "hextet:hook", Value: owner }];
  const request = {
    SubnetId: subnetId,
    ...settings(input),
    TagSpecifications: [{ ResourceType: "instance-connect-endpoint", Tags: tags }],
  };
  return addCliStep(scope, network, {
    id: `instance_connect_endpoint_${endpoint.name}`,
    values: {
      SUBNET: subnetId,
      FIND_REQUEST: filter("tag:hextet:hook", [owner]),
      NEIGHBOURS_REQUEST: filter("subnet-id", [subnetId]),
      CREATE_REQUEST: JSON.stringify(request),
    },
    create: CREATE_ENDPOINT,
    destroy: DESTROY_ENDPOINT,
    part,
    replaceOn: ["SUBNET"],
    dependsOn: input.needed,
  });
}

function addSettings(
  scope: Construct,
  input: InstanceConnectEndpointInput,
  part: HookPart,
  step: TerraformData,
): void {
  const { network, endpoint, securityGroupIds } = input;
  const { ipAddressType, preserveClientIp, name } = endpoint;
  // Ids only, none of the author's text: Terraform itself has to sort what only it knows.
  const groups = Fn.join(",", Fn.sort([...securityGroupIds]));
  addCliStep(scope, network, {
    id: `instance_connect_endpoint_settings_${name}`,
    values: {
      CREATED_BY: `terraform_data.instance_connect_endpoint_${name}`,
      CREATION: step.id,
      FIND_REQUEST: filter("tag:hextet:hook", [ownerOf(network, part)]),
      WANTED: `${ipAddressType} ${preserveClientIp} ${groups}`,
      MODIFY_REQUEST: JSON.stringify(settings(input)),
      TAGS_REQUEST: JSON.stringify({ Tags: tagsOf(input) }),
    },
    create: UPDATE_ENDPOINT,
    destroy: UNTAG_ENDPOINT,
    part,
  });
}

function settings({ endpoint, securityGroupIds }: InstanceConnectEndpointInput) {
  return {
    SecurityGroupIds: securityGroupIds,
    PreserveClientIp: endpoint.preserveClientIp,
    IpAddressType: endpoint.ipAddressType,
  };
}

function tagsOf({ network, endpoint }: InstanceConnectEndpointInput) {
  return tagList({ ...network.tags, ...withNameTag(endpoint.displayName, endpoint.tags) });
}

function filter(name: string, values: readonly string[]): string {
  return JSON.stringify({ Filters: [{ Name: name, Values: values }] });
}
