import type { Guest } from "../../src/model/types/guest.ts";

/** A Linux guest that is told nothing. */
export function sampleGuest(overrides: Partial<Guest> = {}): Guest {
  return {
    path: ["compute", "instances", "web", "guest"],
    platform: "linux",
    awsDualStackEndpoints: false,
    imdsIpv6: false,
    timeServerIpv6: false,
    dockerRegistryMirror: null,
    packageMirror: null,
    yumHttps: true,
    legacyDhcpv6: null,
    nat64: false,
    format: "script",
    ...overrides,
  };
}

/** Every setting that is not for old images. */
export const TOLD = {
  awsDualStackEndpoints: true,
  imdsIpv6: true,
  timeServerIpv6: true,
  dockerRegistryMirror: "https://registry.example.com",
  packageMirror: "https://mirror.example.com/ubuntu",
  yumHttps: false,
} as const satisfies Partial<Guest>;
