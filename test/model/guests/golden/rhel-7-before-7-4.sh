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
sed -i -E '/^(IPV6INIT|DHCPV6C|NM_CONTROLLED)=/d' "/etc/sysconfig/network-scripts/ifcfg-$hextet_interface"
printf '%s\n' 'IPV6INIT="yes"' 'DHCPV6C=yes' 'NM_CONTROLLED=no' >> "/etc/sysconfig/network-scripts/ifcfg-$hextet_interface"
sed -i -E '/^(NETWORKING_IPV6)=/d' /etc/sysconfig/network
printf '%s\n' 'NETWORKING_IPV6=yes' >> /etc/sysconfig/network
service network restart || true
