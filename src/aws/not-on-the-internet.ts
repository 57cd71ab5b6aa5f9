/** IPv4 addresses that are nobody's on the internet: https://www.iana.org/assignments/iana-ipv4-special-registry */
export const IPV4_NOT_ON_THE_INTERNET: readonly string[] = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "224.0.0.0/3",
];
