import { destinationFacts } from "../facts/destinations.ts";
import { guestFacts } from "../facts/guests.ts";
import { vpcEndpointFacts } from "../facts/vpc-endpoints.ts";
import { servicePart } from "./aws-service.ts";
import type { Destination, DestinationPart } from "./destination.ts";
import { named } from "./named.ts";

const web = { protocol: "tcp", port: 443, place: "internet" } as const;
const both = ["ipv4", "ipv6"] as const;

/** The names of the dual-stack registry in other partitions are not documented. */
const ECR_PARTITIONS = ["aws", "aws-us-gov"] as const;

const ecrRegistry: DestinationPart = {
  what: "the registry",
  neededWhen: null,
  instead: null,
  names: [
    named({
      name: "{account}.dkr.ecr.{region}.{dnsSuffix}",
      families: ["ipv4"],
      endpointService: "ecr.dkr",
      endpointAnswers: "yes",
      sources: [guestFacts.ecrDualStackRegistry],
    }),
    named({
      name: "{account}.dkr-ecr.{region}.on.aws",
      partitions: ECR_PARTITIONS,
      families: both,
      setting: "the registry in the image's name",
      endpointService: "ecr.dkr",
      endpointAnswers: "no",
      sources: [guestFacts.ecrDualStackRegistry, vpcEndpointFacts.ecrEndpointsAreIpv4],
    }),
  ],
};

const ecrLayers: DestinationPart = {
  what: "image layers, in a bucket of S3",
  neededWhen: null,
  instead: null,
  names: [
    named({
      name: "prod-{region}-starport-layer-bucket.s3.{region}.{dnsSuffix}",
      families: ["ipv4"],
      endpointService: "s3",
      endpointAnswers: "yes",
      sources: [destinationFacts.ecrLayersInS3],
    }),
    named({
      name: "prod-{region}-starport-layer-bucket.s3.dualstack.{region}.{dnsSuffix}",
      partitions: ECR_PARTITIONS,
      families: both,
      setting: "the dual-stack registry in the image's name",
      endpointService: "s3",
      endpointAnswers: "unknown",
      sources: [destinationFacts.ecrLayersOverIpv6],
    }),
  ],
};

/** Where container images come from. */
export const imageRegistries: readonly Destination[] = [
  {
    id: "ecr",
    what: "Amazon ECR",
    ...web,
    parts: [
      servicePart({
        id: "ecr.api",
        what: "the API of Amazon ECR",
        usual: "api.ecr",
        dualStack: "ecr",
        endpointAnswersDualStack: "no",
        sources: [destinationFacts.awsPublicIpv6Endpoints, vpcEndpointFacts.ecrEndpointsAreIpv4],
      }),
      ecrRegistry,
      ecrLayers,
    ],
  },
  {
    id: "public-ecr",
    what: "Amazon ECR Public",
    ...web,
    parts: [
      {
        what: "the registry",
        neededWhen: null,
        instead: null,
        names: [
          named({ name: "public.ecr.aws", families: ["ipv4"], sources: [destinationFacts.publicEcrNames] }),
          named({
            name: "ecr-public.aws.com",
            families: both,
            setting: "the registry in the image's name",
            sources: [destinationFacts.publicEcrNames],
          }),
        ],
      },
    ],
  },
  {
    id: "docker-hub",
    what: "Docker Hub",
    ...web,
    parts: (
      [
        ["the registry", "registry-1.docker.io"],
        ["logins", "auth.docker.io"],
        ["image layers", "production.cloudflare.docker.com"],
      ] as const
    ).map(([what, name]) => ({
      what,
      neededWhen: null,
      instead: null,
      names: [
        named({
          name,
          families: both,
          sources: [destinationFacts.dockerHubIsDualStack, guestFacts.dockerHubHasIpv6],
        }),
      ],
    })),
  },
  {
    id: "ghcr.io",
    what: "the container registry of GitHub",
    ...web,
    parts: [
      {
        what: "the registry",
        neededWhen: null,
        instead: "give the hosts NAT64 (nat64: true), or copy the image into ECR",
        names: [named({ name: "ghcr.io", families: ["ipv4"], sources: [guestFacts.gitHubHasNoIpv6] })],
      },
      {
        what: "image layers",
        neededWhen: null,
        instead: "give the hosts NAT64 (nat64: true), or copy the image into ECR",
        names: [
          named({
            name: "pkg-containers.githubusercontent.com",
            families: "unknown",
            sources: [destinationFacts.namesOfUnknownFamilies],
          }),
        ],
      },
    ],
  },
  {
    id: "quay.io",
    what: "the registry quay.io",
    ...web,
    parts: [
      {
        what: "the registry",
        neededWhen: null,
        instead: null,
        names: [named({ name: "quay.io", families: both, sources: [destinationFacts.quayHasIpv6] })],
      },
    ],
  },
  {
    id: "registry.k8s.io",
    what: "the registry of Kubernetes",
    ...web,
    parts: [
      {
        what: "the registry",
        neededWhen: null,
        instead: null,
        names: [
          named({
            name: "registry.k8s.io",
            families: both,
            sources: [destinationFacts.kubernetesRegistryHasIpv6],
          }),
        ],
      },
      {
        what: "image layers, in a bucket of S3",
        neededWhen: null,
        instead: null,
        names: [
          named({
            name: "s3.dualstack.{region}.{dnsSuffix}",
            partitions: ["aws"],
            withSubdomains: true,
            families: both,
            endpointService: "s3",
            endpointAnswers: "yes",
            sources: [destinationFacts.kubernetesRegistryHasIpv6, destinationFacts.s3NamesByFamily],
          }),
        ],
      },
    ],
  },
];
