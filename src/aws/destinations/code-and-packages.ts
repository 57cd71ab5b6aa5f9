import { destinationFacts } from "../facts/destinations.ts";
import { guestFacts } from "../facts/guests.ts";
import type { Destination } from "./destination.ts";
import { named } from "./named.ts";
import { oneName } from "./one-name.ts";

const both = ["ipv4", "ipv6"] as const;
const OR_MIRROR = "give the hosts NAT64 (nat64: true), or take it from a mirror or from S3";
const TRY = "try it, or give the hosts NAT64 (nat64: true)";
const TRY_MIRROR = "try it, or name a mirror that has IPv6 with guest.packageMirror";
const unknown = { families: "unknown", sources: [destinationFacts.namesOfUnknownFamilies] } as const;

/** Where code and packages come from. The first that matches a name tells of it, so that exact names stand first. */
export const codeAndPackages: readonly Destination[] = [
  oneName({
    name: "api.github.com",
    what: "the API of GitHub",
    families: ["ipv4"],
    sources: [guestFacts.gitHubHasNoIpv6, destinationFacts.gitHubApiHasNoIpv6],
    instead: OR_MIRROR,
  }),
  oneName({
    name: "codeload.github.com",
    what: "archives from GitHub",
    families: ["ipv4"],
    sources: [guestFacts.gitHubHasNoIpv6, destinationFacts.gitHubApiHasNoIpv6],
    instead: OR_MIRROR,
  }),
  oneName({
    name: "github.com",
    what: "GitHub",
    families: ["ipv4"],
    sources: [guestFacts.gitHubHasNoIpv6],
    withSubdomains: true,
    instead: OR_MIRROR,
  }),
  oneName({
    name: "raw.githubusercontent.com",
    what: "single files from GitHub",
    families: both,
    sources: [destinationFacts.gitHubRawHasIpv6],
  }),
  {
    id: "amazon-linux-2023",
    what: "the packages of Amazon Linux 2023",
    protocol: "tcp",
    port: 443,
    place: "internet",
    parts: [
      {
        what: "the repositories, in a bucket of S3",
        neededWhen: null,
        instead: null,
        names: [
          named({
            name: "al2023-repos-{region}-de612dc2.s3.dualstack.{region}.{dnsSuffix}",
            families: both,
            endpointService: "s3",
            endpointAnswers: "yes",
            sources: [destinationFacts.amazonLinux2023Repositories, destinationFacts.s3NamesByFamily],
          }),
        ],
      },
    ],
  },
  oneName({
    name: "deb.debian.org",
    what: "the packages of Debian",
    port: 80,
    families: both,
    sources: [destinationFacts.debianMirrorsHaveIpv6],
  }),
  oneName({
    name: "security.debian.org",
    what: "the security updates of Debian",
    port: 80,
    families: both,
    sources: [destinationFacts.debianMirrorsHaveIpv6],
  }),
  {
    id: "ubuntu-ec2-mirror",
    what: "the packages of Ubuntu, as its images on EC2 ask for them",
    protocol: "tcp",
    port: 80,
    place: "internet",
    parts: [
      {
        what: "the mirror in the region",
        neededWhen: null,
        instead: TRY_MIRROR,
        names: [
          named({
            name: "ec2.archive.ubuntu.com",
            withSubdomains: true,
            families: "unknown",
            sources: [guestFacts.ubuntuRegionalMirrorsUnknown],
          }),
        ],
      },
      {
        what: "the mirror in the region, for arm64",
        neededWhen: "the host is arm64",
        instead: TRY_MIRROR,
        names: [
          named({
            name: "ec2.ports.ubuntu.com",
            withSubdomains: true,
            families: "unknown",
            sources: [guestFacts.ubuntuRegionalMirrorsUnknown, guestFacts.ubuntuPortsAreApart],
          }),
        ],
      },
    ],
  },
  oneName({
    name: "archive.ubuntu.com",
    what: "the packages of Ubuntu",
    port: 80,
    families: both,
    sources: [destinationFacts.ubuntuArchiveHasIpv6],
  }),
  oneName({
    name: "security.ubuntu.com",
    what: "the security updates of Ubuntu",
    port: 80,
    families: both,
    sources: [destinationFacts.ubuntuArchiveHasIpv6],
  }),
  oneName({
    name: "ports.ubuntu.com",
    what: "the packages of Ubuntu for arm64",
    port: 80,
    families: both,
    sources: [destinationFacts.ubuntuArchiveHasIpv6, guestFacts.ubuntuPortsAreApart],
  }),
  oneName({
    name: "dl-cdn.alpinelinux.org",
    what: "the packages of Alpine Linux",
    families: both,
    sources: [destinationFacts.alpineMirrorHasIpv6],
  }),
  {
    id: "pypi",
    what: "the Python Package Index",
    protocol: "tcp",
    port: 443,
    place: "internet",
    parts: (
      [
        ["the index", "pypi.org"],
        ["the files", "files.pythonhosted.org"],
      ] as const
    ).map(([what, name]) => ({
      what,
      neededWhen: null,
      instead: null,
      names: [named({ name, families: both, sources: [destinationFacts.pypiHasIpv6] })],
    })),
  },
  oneName({
    name: "registry.npmjs.org",
    what: "the npm registry",
    families: both,
    sources: [destinationFacts.npmRegistryHasIpv6],
  }),
  oneName({ name: "proxy.golang.org", what: "the Go module proxy", ...unknown, instead: TRY }),
  oneName({ name: "sum.golang.org", what: "the checksums of Go modules", ...unknown, instead: TRY }),
  oneName({ name: "repo.maven.apache.org", what: "Maven Central", ...unknown, instead: TRY }),
  {
    id: "crates.io",
    what: "crates.io, as Cargo asks for crates",
    protocol: "tcp",
    port: 443,
    place: "internet",
    parts: (
      [
        ["the index", "index.crates.io"],
        ["the crates", "static.crates.io"],
      ] as const
    ).map(([what, name]) => ({
      what,
      neededWhen: null,
      instead: null,
      names: [named({ name, families: both, sources: [destinationFacts.cratesHaveIpv6] })],
    })),
  },
];
