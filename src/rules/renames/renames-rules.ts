import { awsNameTwice } from "./aws-name-twice.ts";
import { renamedPartOfHook } from "./renamed-part-of-hook.ts";
import { renamedTierWithoutSlot } from "./renamed-tier-without-slot.ts";
import { renamedWithoutAwsName } from "./renamed-without-aws-name.ts";

/** The rules on new names, sorted by id. */
export const renamesRules = [
  awsNameTwice,
  renamedPartOfHook,
  renamedTierWithoutSlot,
  renamedWithoutAwsName,
] as const;
