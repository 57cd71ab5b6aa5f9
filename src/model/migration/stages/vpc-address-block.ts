import type { Stage } from "../stage.ts";

/** The stage `vpc-address-block`. */
export const vpcAddressBlockStage: Stage = {
  id: "vpc-address-block",
  title: "Give the VPC its IPv6 block",
  why: "A block of the VPC's own changes nothing for anybody until subnets take theirs from it. It is a stage apart from the subnets so that both can be taken back: AWS releases no block that subnets are cut from, and Terraform changes the VPC before its subnets",
  without: (network) => network,
};
