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
mkdir -p /etc/cloud/cloud.cfg.d
printf '%s\n' 'network:' '  version: 1' '  config:' '  - type: physical' "    name: $hextet_interface" '    subnets:' '      - type: dhcp' '      - type: dhcp6' > /etc/cloud/cloud.cfg.d/99-custom-networking.cfg
printf 'net.ipv6.conf.%s.accept_ra=1\n' "$hextet_interface" > /etc/sysctl.d/60-accept-ra.conf
sysctl -q -p /etc/sysctl.d/60-accept-ra.conf || true
dhclient -6 "$hextet_interface" || true
