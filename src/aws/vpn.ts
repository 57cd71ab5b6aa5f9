/** The one type of VPN connections and customer gateways: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateCustomerGateway.html */
export const VPN_TYPE = "ipsec.1";

/** Above it EC2 takes an autonomous system number as BgpAsnExtended: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateCustomerGateway.html */
export const LARGEST_SIGNED_ASN = 2_147_483_647;

/** Private autonomous system numbers, which AWS's side takes: RFC 6996, https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpnGateway.html */
export const PRIVATE_ASNS = [
  { first: 64_512, last: 65_534 },
  { first: 4_200_000_000, last: 4_294_967_294 },
] as const;

/** Numbers that no customer gateway has, by region; null: in all of them. https://docs.aws.amazon.com/vpn/latest/s2svpn/cgw-options.html */
export const RESERVED_ASNS: readonly { readonly asn: number; readonly region: string | null }[] = [
  { asn: 7_224, region: null },
  { asn: 9_059, region: "eu-west-1" },
  { asn: 10_124, region: "ap-northeast-1" },
  { asn: 17_943, region: "ap-southeast-1" },
];

/** Where blocks of tunnels lie, and which AWS keeps: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpnTunnelOptionsSpecification.html */
export const TUNNEL_IPV4 = { within: "169.254.0.0/16", length: 30 } as const;

/** The same of IPv6. */
export const TUNNEL_IPV6 = { within: "fd00::/8", length: 126 } as const;

/** Blocks of tunnels that AWS keeps. */
export const RESERVED_TUNNEL_BLOCKS: readonly string[] = [
  "169.254.0.0/30",
  "169.254.1.0/30",
  "169.254.2.0/30",
  "169.254.3.0/30",
  "169.254.4.0/30",
  "169.254.5.0/30",
  "169.254.169.252/30",
];
