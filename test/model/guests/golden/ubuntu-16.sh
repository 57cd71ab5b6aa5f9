#!/bin/sh
# --- What Hextet tells the guest about IPv6 ---
# DHCPv6 as in https://docs.aws.amazon.com/vpc/latest/userguide/vpc-migrate-ipv6.html
# The first interface with a device behind it: not lo, nor a bridge such as docker0.
hextet_interface=eth0
for hextet_device in /sys/class/net/*/device; do
  [ -e "$hextet_device" ] || continue
  hextet_interface=$(basename "$(dirname "$hextet_device")")
  break
done
printf 'iface %s inet6 dhcp\n' "$hextet_interface" > /etc/network/interfaces.d/60-default-with-ipv6.cfg
dhclient -6 "$hextet_interface" || true
