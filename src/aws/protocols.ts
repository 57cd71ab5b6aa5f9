/** A protocol that network ACLs and security groups filter by name. */
export interface Protocol {
  /** IANA's number; -1 is AWS's own word for all protocols. */
  readonly number: number;
  /** How a security group rule spells it. */
  readonly securityGroupWord: string;
  /** Names that `aws_network_acl` and `aws_network_acl_rule` take beside the number. */
  readonly networkAclNames: readonly string[];
  /** Names that a security group rule takes beside the number. */
  readonly securityGroupNames: readonly string[];
  /** What a rule of the protocol narrows down by. */
  readonly selector: "ports" | "icmp" | "none";
  readonly source: string;
}

/** The page on which IANA assigns protocol numbers. */
const IANA_PROTOCOL_NUMBERS = "https://www.iana.org/assignments/protocol-numbers/protocol-numbers.xhtml";

/**
 * The protocols AWS knows by name. That a network ACL takes `ipv6-icmp` but not `icmpv6`, and a security group both, is
 * what `terraform validate` with AWS provider 5.100.0 says.
 */
export const protocols = {
  all: {
    number: -1,
    securityGroupWord: "-1",
    networkAclNames: ["all"],
    securityGroupNames: ["all"],
    selector: "none",
    source: "botocore 1.43.11 model of ec2: IpPermission.IpProtocol",
  },
  icmp: {
    number: 1,
    securityGroupWord: "icmp",
    networkAclNames: ["icmp"],
    securityGroupNames: ["icmp"],
    selector: "icmp",
    source: IANA_PROTOCOL_NUMBERS,
  },
  tcp: {
    number: 6,
    securityGroupWord: "tcp",
    networkAclNames: ["tcp"],
    securityGroupNames: ["tcp"],
    selector: "ports",
    source: IANA_PROTOCOL_NUMBERS,
  },
  udp: {
    number: 17,
    securityGroupWord: "udp",
    networkAclNames: ["udp"],
    securityGroupNames: ["udp"],
    selector: "ports",
    source: IANA_PROTOCOL_NUMBERS,
  },
  icmpv6: {
    number: 58,
    securityGroupWord: "icmpv6",
    networkAclNames: ["ipv6-icmp"],
    securityGroupNames: ["icmpv6", "ipv6-icmp"],
    selector: "icmp",
    source: IANA_PROTOCOL_NUMBERS,
  },
} as const satisfies Record<string, Protocol>;

/** Spellings of ICMPv6 that people write and that AWS or the provider refuses in some place. */
export const ICMPV6_SPELLINGS: readonly string[] = ["icmpv6", "icmp6", "ipv6-icmp"];

/** The number of a protocol as a network ACL takes it, by name or number; null when it is neither. */
export function networkAclProtocolNumber(protocol: string | number): number | null {
  return protocolNumber(protocol, (known) => known.networkAclNames);
}

/** The number of a protocol as a security group takes it, by name or number; null when it is neither. */
export function securityGroupProtocolNumber(protocol: string | number): number | null {
  return protocolNumber(protocol, (known) => known.securityGroupNames);
}

/** The protocol of a number, when AWS knows it by name. */
export function protocolOfNumber(number: number): Protocol | null {
  return Object.values<Protocol>(protocols).find((protocol) => protocol.number === number) ?? null;
}

function protocolNumber(
  protocol: string | number,
  names: (protocol: Protocol) => readonly string[],
): number | null {
  const text = String(protocol);
  if (/^(-1|0|[1-9]\d{0,2})$/.test(text)) return Number(text) <= LAST_PROTOCOL_NUMBER ? Number(text) : null;
  return Object.values<Protocol>(protocols).find((known) => names(known).includes(text))?.number ?? null;
}

const LAST_PROTOCOL_NUMBER = 255;

/** An ICMP message that filters must think of, by its type. */
export interface IcmpMessage {
  readonly type: number;
  readonly meaning: string;
  readonly source: string;
}

/** ICMPv6 messages by type. Without Packet Too Big, large packets vanish: IPv6 routers do not fragment. */
export const icmpv6Messages = {
  destinationUnreachable: { type: 1, meaning: "Destination Unreachable", source: "RFC 4443 section 3.1" },
  packetTooBig: { type: 2, meaning: "Packet Too Big", source: "RFC 4443 section 3.2" },
  timeExceeded: { type: 3, meaning: "Time Exceeded", source: "RFC 4443 section 3.3" },
  parameterProblem: { type: 4, meaning: "Parameter Problem", source: "RFC 4443 section 3.4" },
  echoRequest: { type: 128, meaning: "Echo Request", source: "RFC 4443 section 4.1" },
  echoReply: { type: 129, meaning: "Echo Reply", source: "RFC 4443 section 4.2" },
} as const satisfies Record<string, IcmpMessage>;

/** Stands for every ICMP type, and every code, in a rule. */
export const ANY_ICMP = -1;

/**
 * Ports from which clients call, and to which a stateless network ACL must let answers through:
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
 */
export const EPHEMERAL_PORTS = { from: 1024, to: 65535 } as const;

/**
 * Ports from which privileged clients such as NFS and rsh call, to show that root does:
 * https://man7.org/linux/man-pages/man3/rresvport.3.html
 */
export const RESERVED_SOURCE_PORTS = { from: 512, to: 1023 } as const;
