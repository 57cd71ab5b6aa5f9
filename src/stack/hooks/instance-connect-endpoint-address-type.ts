import { Fn } from "cdktf";
import type { Construct } from "constructs";
import { hookFacts } from "../../aws/provider-gaps.ts";
import type { Network } from "../../model/types/network.ts";
import type { InstanceConnectEndpoint } from "../../model/types/vpc-endpoints.ts";
import { withNameTag } from "../name-tag.ts";
import { addCliStep } from "./cli-step.ts";
import {
  CREATE_ENDPOINT,
  DESTROY_ENDPOINT,
  UNTAG_ENDPOINT,
  UPDATE_ENDPOINT,
} from "./instance-connect-endpoint-scripts.ts";
import type { ProviderHook } from "./provider-hook.ts";
import type { TerraformData } from "./terraform-data.ts";

/** What the hook needs for one endpoint. */
export interface InstanceConnectEndpointInput {
  readonly network: Network;
  readonly endpoint: InstanceConnectEndpoint;
  readonly subnetId: string;
  readonly securityGroupIds: readonly string[];
}

/**
 * Makes an EC2 Instance Connect endpoint of a given address type through the API. A new subnet replaces it; type,
 * security groups and tags change in place.
 */
export const instanceConnectEndpointAddressType: ProviderHook<InstanceConnectEndpointInput, TerraformData> = {
  ...hookFacts("instance-connect-endpoint-address-type"),
  apply(scope, input) {
    const { network, endpoint } = input;
    const owner = `${network.name}/instance-connect-endpoint-address-type/${endpoint.name}`;
    const step = addCreation(scope, input, owner);
    addSettings(scope, input, owner, step);
    return step;
  },
};

function addCreation(scope: Construct, input: InstanceConnectEndpointInput, owner: string): TerraformData {
  const { network, endpoint, subnetId } = input;
  const tags = [...tagList(input), { Key: "hextet:hook", Value: owner }];
  const request = {
    SubnetId: subnetId,
    ...settings(input),
    TagSpecifications: [{ ResourceType: "instance-connect-endpoint", Tags: tags }],
  };
  return addCliStep(scope, network, {
    id: `instance_connect_endpoint_${endpoint.name}`,
    values: {
      OWNER: owner,
      SUBNET: subnetId,
      FIND_REQUEST: filter("tag:hextet:hook", owner),
      NEIGHBOURS_REQUEST: filter("subnet-id", subnetId),
      CREATE_REQUEST: JSON.stringify(request),
    },
    create: CREATE_ENDPOINT,
    destroy: DESTROY_ENDPOINT,
    replaceOn: ["SUBNET"],
  });
}

function addSettings(
  scope: Construct,
  input: InstanceConnectEndpointInput,
  owner: string,
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
      FIND_REQUEST: filter("tag:hextet:hook", owner),
      WANTED: `${ipAddressType} ${preserveClientIp} ${groups}`,
      MODIFY_REQUEST: JSON.stringify(settings(input)),
      TAGS_REQUEST: JSON.stringify({ Tags: tagList(input) }),
    },
    create: UPDATE_ENDPOINT,
    destroy: UNTAG_ENDPOINT,
  });
}

function settings({ endpoint, securityGroupIds }: InstanceConnectEndpointInput) {
  return {
    SecurityGroupIds: securityGroupIds,
    PreserveClientIp: endpoint.preserveClientIp,
    IpAddressType: endpoint.ipAddressType,
  };
}

function tagList({ network, endpoint }: InstanceConnectEndpointInput) {
  const tags = { ...network.tags, ...withNameTag(endpoint.displayName, endpoint.tags) };
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

function filter(name: string, value: string): string {
  return JSON.stringify({ Filters: [{ Name: name, Values: [value] }] });
}
