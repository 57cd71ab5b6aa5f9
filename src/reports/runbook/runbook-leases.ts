import type { Manager } from "./runbook-guest-kinds.ts";

const COMMANDS: Readonly<Record<"systemd-networkd" | "dhclient" | "network-manager", readonly string[]>> = {
  "systemd-networkd": [
    "networkctl status --all --no-pager",
    "journalctl --boot --no-pager --unit systemd-networkd | grep -i dhcpv6",
  ],
  dhclient: [
    "sudo sh -c 'cat /var/lib/dhclient/*6*lease*'",
    "journalctl --boot --no-pager --identifier dhclient | tail -n 50",
  ],
  "network-manager": ["nmcli -f GENERAL.DEVICE,IP6,DHCP6 device show"],
};

/** The commands that show a DHCPv6 lease, for who asks for it on Linux; all of them when nobody knows. */
export function leaseCommands(manager: Manager): readonly string[] {
  if (manager === "systemd-networkd" || manager === "dhclient") return COMMANDS[manager];
  return [
    "# Whichever the image has: systemd-networkd, NetworkManager or dhclient.",
    ...COMMANDS["systemd-networkd"],
    ...COMMANDS["network-manager"],
    ...COMMANDS.dhclient,
  ];
}
