/** The prefix behind which NAT64 reaches IPv4: RFC 6052 section 2.1; AWS's NAT gateways and DNS64 use no other. */
export const NAT64_PREFIX = "64:ff9b::/96";

/** Private IPv6 addresses (ULA): RFC 4193. */
export const ULA = "fd00::/8";

/** The part of the ULA that Amazon uses itself: https://docs.aws.amazon.com/vpc/latest/ipam/enable-prov-ipv6-gua.html */
export const AMAZON_ULA = "fd00::/16";

/** Every IPv6 address: RFC 4291. */
export const ANY_IPV6 = "::/0";

/** Every IPv4 address, and no IPv6 address: RFC 4632. */
export const ANY_IPV4 = "0.0.0.0/0";

/**
 * The instance metadata service over IPv6, on Nitro:
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html
 */
export const IMDS_IPV6_ADDRESS = "fd00:ec2::254";

/** The instance metadata service over IPv4. */
export const IMDS_IPV4_ADDRESS = "169.254.169.254";

/** The VPC's DNS resolver over IPv6, on Nitro; it alone synthesises DNS64 answers: IPv6 on AWS whitepaper. */
export const RESOLVER_IPV6_ADDRESS = "fd00:ec2::253";

/** Amazon Time Sync over IPv6, on Nitro: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/set-time.html */
export const NTP_IPV6_ADDRESS = "fd00:ec2::123";

/** Amazon Time Sync over IPv4: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/set-time.html */
export const NTP_IPV4_ADDRESS = "169.254.169.123";

/** The subnet's router by its link-local address: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html @internal exported for its test */
export const ROUTER_LINK_LOCAL_ADDRESS = "fe80:ec2::1";

/** Where every global IPv6 address lies: https://www.iana.org/assignments/ipv6-unicast-address-assignments */
export const GLOBAL_IPV6 = "2000::/3";
