#!/bin/sh
# --- What Hextet tells the guest about IPv6 ---
# NAT64 by tayga: IPv6 packets to 64:ff9b::/96 go on as IPv4, from this host's own address.
mkdir -p /etc/nat64
cat > /etc/nat64/tayga.conf << 'HEXTET'
tun-device nat64
ipv4-addr 198.19.0.1
prefix fdc5:9a3e:7b24::/96
dynamic-pool 198.19.0.0/16
data-dir /var/lib/nat64
HEXTET
cat > /etc/nat64/rules.nft << 'HEXTET'
table inet nat64
delete table inet nat64
table inet nat64 {
  chain translated {
    type nat hook prerouting priority -100;
    iifname != "nat64" ip6 daddr 64:ff9b::/96 dnat ip6 prefix to fdc5:9a3e:7b24::/96
  }
  chain masqueraded {
    type nat hook postrouting priority 100;
    ip saddr 198.19.0.0/16 masquerade
  }
  chain forward {
    type filter hook forward priority 0; policy drop;
    ct state invalid drop
    ct state established,related accept
    iifname != "nat64" oifname "nat64" ip6 daddr fdc5:9a3e:7b24::/96 accept
    iifname "nat64" ip daddr { 0.0.0.0/8, 127.0.0.0/8, 169.254.0.0/16, 198.19.0.0/16, 224.0.0.0/3 } drop
    iifname "nat64" oifname != "nat64" meta nfproto ipv4 accept
  }
  chain input {
    type filter hook input priority 0; policy accept;
    iifname "nat64" ct state established,related accept
    iifname "nat64" drop
  }
}
HEXTET
cat > /etc/nat64/start << 'HEXTET'
set -eu
if ! command -v tayga > /dev/null || ! command -v nft > /dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get -q -o DPkg::Lock::Timeout=300 update
  apt-get -q -y -o DPkg::Lock::Timeout=300 --no-install-recommends install tayga nftables
fi
# Before it forwards: with 1 the kernel then forgets the routes that routers advertise, and with 2 it keeps them.
for file in /proc/sys/net/ipv6/conf/*/accept_ra; do
  [ "$(cat "$file")" != 1 ] || echo 2 > "$file"
done
echo 1 > /proc/sys/net/ipv4/ip_forward
echo 1 > /proc/sys/net/ipv6/conf/all/forwarding
nft -f /etc/nat64/rules.nft
tayga --config /etc/nat64/tayga.conf --mktun
ip link set dev nat64 mtu 9001 up
ip route replace 198.19.0.0/16 dev nat64
ip -6 route replace fdc5:9a3e:7b24::/96 dev nat64
HEXTET
cat > /etc/systemd/system/nat64.service << 'HEXTET'
[Unit]
Description=NAT64: packets to 64:ff9b::/96 go on as IPv4
Wants=network-online.target
After=network-online.target
StartLimitIntervalSec=0

[Service]
ExecStartPre=/bin/sh /etc/nat64/start
ExecStart=/usr/sbin/tayga --nodetach --config /etc/nat64/tayga.conf
StateDirectory=nat64
Restart=always
RestartSec=10
TimeoutStartSec=900

[Install]
WantedBy=multi-user.target
HEXTET
# The package's own service would translate by a configuration of its own.
systemctl mask tayga.service || true
systemctl daemon-reload || true
systemctl enable nat64.service || true
systemctl start --no-block nat64.service || true
