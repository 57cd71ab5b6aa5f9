import { awsServices } from "./aws-services.ts";
import { codeAndPackages } from "./code-and-packages.ts";
import type { Destination } from "./destination.ts";
import { hostServices } from "./host-services.ts";
import { imageRegistries } from "./image-registries.ts";

/** Every destination, as the page of destinations lists them. */
export const destinations: readonly Destination[] = [
  ...awsServices,
  ...imageRegistries,
  ...codeAndPackages,
  ...hostServices,
];
