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
sed -i -E '/^(IPV6INIT|DHCPV6C|DHCPV6C_OPTIONS)=/d' "/etc/sysconfig/network-scripts/ifcfg-$hextet_interface"
printf '%s\n' 'IPV6INIT=yes' 'DHCPV6C=yes' 'DHCPV6C_OPTIONS=-nw' >> "/etc/sysconfig/network-scripts/ifcfg-$hextet_interface"
sed -i -E '/^(NETWORKING_IPV6|IPV6INIT|IPV6_ROUTER|IPV6_AUTOCONF|IPV6FORWARDING|IPV6TO4INIT|IPV6_CONTROL_RADVD)=no$/d' /etc/sysconfig/network
printf '%s\n' '127.0.0.1   localhost localhost.localdomain localhost4 localhost4.localdomain4' '::1         localhost6 localhost6.localdomain6' > /etc/hosts
dhclient -6 "$hextet_interface" || true
