# SPDX-License-Identifier: MIT
"""An internet in network namespaces: public hosts on one switch, and homes behind routers of several kinds.

    host 11.N.0.9 --+
                    +-- switch --- router 11.N.0.1 | 10.N.0.1 --- home 10.N.0.2

Needs root, `ip` and `nft`; `Lab.why_not()` says what is missing.
"""
import contextlib
import os
import shutil
import subprocess
import tempfile
import uuid

ROUTER = """
table ip lab {{
  chain translate {{
    type nat hook postrouting priority 100;
    oifname "out" {translation}
  }}
  chain inbound {{
    type filter hook input priority 0;
    iifname "out" ct state new drop
  }}
  chain forward {{
    type filter hook forward priority 0;
    {blocked}
    ct status dnat accept
    iifname "out" ct state new,invalid drop
  }}
}}
"""
# How a router translates: one port for all destinations while it is free, or a random one for each.
TRANSLATIONS = {"keep": "masquerade", "random": "masquerade random,fully-random", "blocked": "masquerade",
                "gateway": "masquerade"}

GATEWAY = """
ext_ifname=out
listening_ip=in
enable_natpmp={natpmp}
enable_upnp={upnp}
secure_mode=yes
http_port=5555
uuid=00000000-0000-0000-0000-000000000001
upnp_table_name=gateway
upnp_nat_table_name=gateway
upnp_forward_chain=forward
upnp_nat_chain=prerouting
upnp_nat_postrouting_chain=postrouting
allow 1024-65535 10.0.0.0/8 1024-65535
deny 0-65535 0.0.0.0/0 0-65535
"""
GATEWAY_TABLE = """
table inet gateway {
  chain forward {
    type filter hook forward priority -25;
  }
  chain prerouting {
    type nat hook prerouting priority -100;
  }
  chain postrouting {
    type nat hook postrouting priority 99;
  }
}
"""


def run(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, **options)


class Lab:
    """Everything is gone after `close`, whatever happened."""

    def __init__(self):
        self.name = "nat" + uuid.uuid4().hex[:6]
        self.spaces, self.processes, self.count = [], [], 0
        self.folder = tempfile.TemporaryDirectory(prefix="p2pchat-lab-")
        self.switch = self._space("switch")
        self._ip(self.switch, "link", "add", "switch", "type", "bridge")
        self._ip(self.switch, "link", "set", "switch", "up")

    @staticmethod
    def why_not():
        """What keeps this machine from having a lab, or nothing."""
        if os.geteuid() != 0:
            return "network namespaces need root"
        for program in ("ip", "nft"):
            if not shutil.which(program):
                return f"{program} is not installed"
        try:
            lab = Lab()
        except subprocess.CalledProcessError as error:
            return f"no network namespaces here: {error.stderr.strip()}"
        try:
            lab.home("keep")
        except subprocess.CalledProcessError as error:
            return f"no translation of addresses here: {error.stderr.strip()}"
        finally:
            lab.close()
        return None

    def _space(self, role):
        name = f"{self.name}{role}"
        run("ip", "netns", "add", name)
        self.spaces.append(name)
        run("ip", "-n", name, "link", "set", "lo", "up")
        return name

    def _ip(self, space, *command):
        run("ip", "-n", space, *command)

    def _cable(self, one, end, other, other_end):
        run("ip", "link", "add", end, "netns", one, "type", "veth", "peer", "name", other_end, "netns", other)
        self._ip(one, "link", "set", end, "up")
        self._ip(other, "link", "set", other_end, "up")

    def _on_the_switch(self, space, end, address):
        self._cable(space, end, self.switch, f"p{self.count}")
        self._ip(self.switch, "link", "set", f"p{self.count}", "master", "switch")
        self._ip(space, "address", "add", f"{address}/8", "dev", end)

    def host(self):
        """A machine with a public address: (command prefix, address)."""
        self.count += 1
        space, address = self._space(f"h{self.count}"), f"11.{self.count}.0.9"
        self._on_the_switch(space, "out", address)
        return self.within(space), address

    def home(self, kind):
        """A machine behind a router of this kind: (command prefix, the router's public address)."""
        self.count += 1
        router, home = self._space(f"r{self.count}"), self._space(f"m{self.count}")
        address = f"11.{self.count}.0.1"
        self._on_the_switch(router, "out", address)
        self._cable(home, "out", router, "in")
        self._ip(router, "address", "add", f"10.{self.count}.0.1/24", "dev", "in")
        self._ip(home, "address", "add", f"10.{self.count}.0.2/24", "dev", "out")
        self._ip(home, "route", "add", "default", "via", f"10.{self.count}.0.1")
        run(*self.within(router), "sysctl", "-qw", "net.ipv4.ip_forward=1")
        rules = ROUTER.format(translation=TRANSLATIONS[kind],
                              blocked="meta l4proto udp drop" if kind == "blocked" else "")
        run(*self.within(router), "nft", "-f", "-", input=rules)
        self.router = router
        return self.within(home), address

    def gateway(self, protocol):
        """Opens the router made last to mapping by `upnp` or `natpmp`, through miniupnpd."""
        run(*self.within(self.router), "nft", "-f", "-", input=GATEWAY_TABLE)
        path = f"{self.folder.name}/{self.router}.conf"
        with open(path, "w", encoding="utf-8") as file:
            file.write(GATEWAY.format(upnp="yes" if protocol == "upnp" else "no",
                                      natpmp="yes" if protocol == "natpmp" else "no"))
        self.processes.append(subprocess.Popen([*self.within(self.router), "miniupnpd", "-d", "-f", path,
                                                "-P", f"{path}.pid"],
                                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))

    def rules(self, router):
        """What a gateway has a router do for others."""
        return run(*self.within(router), "nft", "list", "table", "inet", "gateway").stdout

    @staticmethod
    def within(space):
        return ["ip", "netns", "exec", space]

    def close(self):
        for process in self.processes:
            process.kill()
            process.wait()
        for space in self.spaces:
            with contextlib.suppress(subprocess.CalledProcessError):
                run("ip", "netns", "del", space)
        self.spaces = []
        self.folder.cleanup()
