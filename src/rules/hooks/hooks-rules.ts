import { providerArgumentMissing } from "./provider-argument-missing.ts";
import { providerArgumentUnverified } from "./provider-argument-unverified.ts";

/** The rules on what the AWS provider can say, sorted by id. */
export const hooksRules = [providerArgumentMissing, providerArgumentUnverified] as const;
