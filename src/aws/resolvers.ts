/** The word for the VPC's own resolver in DHCP options: botocore 1.43.11 model of ec2, CreateDhcpOptions. */
export const AMAZON_PROVIDED_DNS = "AmazonProvidedDNS";

/**
 * Where the VPC's own resolver answers, beside the VPC's IPv4 block plus two:
 * https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html
 */
export const RESOLVER_ADDRESSES: readonly string[] = ["169.254.169.253", "fd00:ec2::253"];

/** The number of the VPC's own resolver among the addresses of the VPC's IPv4 block. */
export const RESOLVER_HOST_NUMBER = 2;
