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
# Not by inet6 dhcp: https://bugs.launchpad.net/ubuntu/+source/ifupdown/+bug/1013597
printf '%s\n' 'auto lo' 'iface lo inet loopback' "auto $hextet_interface" "iface $hextet_interface inet dhcp" '    up dhclient -6 $IFACE' > "/etc/network/interfaces.d/$hextet_interface.cfg"
dhclient -6 "$hextet_interface" || true
