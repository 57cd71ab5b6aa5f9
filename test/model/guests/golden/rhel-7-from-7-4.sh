#!/bin/sh
# --- What Hextet tells the guest about IPv6 ---
# DHCPv6 as in https://docs.aws.amazon.com/vpc/latest/userguide/vpc-migrate-ipv6.html
for hextet_interface in /sys/class/net/*; do
  hextet_interface=$(basename "$hextet_interface")
  [ "$hextet_interface" = lo ] || break
done
mkdir -p /etc/cloud/cloud.cfg.d
printf '%s\n' 'network:' '  version: 1' '  config:' '  - type: physical' "    name: $hextet_interface" '    subnets:' '      - type: dhcp' '      - type: dhcp6' > /etc/cloud/cloud.cfg.d/99-custom-networking.cfg
printf 'net.ipv6.conf.%s.accept_ra=1\n' "$hextet_interface" > /etc/sysctl.d/60-accept-ra.conf
sysctl -q -p /etc/sysctl.d/60-accept-ra.conf || true
dhclient -6 "$hextet_interface" || true
