#!/bin/sh
# --- What Hextet tells the guest about IPv6 ---
# DHCPv6 as in https://docs.aws.amazon.com/vpc/latest/userguide/vpc-migrate-ipv6.html
for hextet_interface in /sys/class/net/*; do
  hextet_interface=$(basename "$hextet_interface")
  [ "$hextet_interface" = lo ] || break
done
printf 'iface %s inet6 dhcp\n' "$hextet_interface" > /etc/network/interfaces.d/60-default-with-ipv6.cfg
dhclient -6 "$hextet_interface" || true
