/** A name of a server that scripts call often. */
export interface ServerName {
  /** Matches the whole host name, in lower case; group 1 is the account and group 2 the region where there are such. */
  readonly pattern: RegExp;
  /** True: it has no IPv6, by the facts. False: nobody knows. */
  readonly ipv4Only: boolean;
  /** What to write instead, `$1` and `$2` being the groups. */
  readonly instead: string;
}

/** Servers without IPv6, or of which it is not known; facts-guests.ts has the evidence. */
export const serverNames: readonly ServerName[] = [
  {
    pattern: /^(?:[\w-]+\.)*github\.com$/,
    ipv4Only: true,
    instead: "give the hosts NAT64 (nat64: true), or take it from a mirror or from S3",
  },
  {
    pattern: /^ghcr\.io$/,
    ipv4Only: true,
    instead: "give the hosts NAT64 (nat64: true), or copy the image into ECR",
  },
  {
    pattern: /^(\d{12}|[\w-]+)\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com$/,
    ipv4Only: true,
    instead: "write $1.dkr-ecr.$2.on.aws",
  },
  {
    pattern: /^registry\.ipv6\.docker\.com$/,
    ipv4Only: true,
    instead: "leave it out: Docker Hub itself has IPv6",
  },
  {
    pattern: /^(?:[a-z0-9-]+\.)?ec2\.(?:archive|ports)\.ubuntu\.com$/,
    ipv4Only: false,
    instead: "try it, or name a mirror that has IPv6 with guest.packageMirror",
  },
];
