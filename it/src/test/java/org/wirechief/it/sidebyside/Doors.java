package org.wirechief.it.sidebyside;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.wirechief.it.chief.Chief;
import org.wirechief.it.live.FreePort;
import org.wirechief.it.live.TempFolder;

/// Where a server of the session listens: one address a carrier.
record Doors(String unixs, String unixd, String udp, String tcp) {
    static Doors in(TempFolder folder) throws IOException {
        return new Doors(
                "unixs:" + folder.resolve("ctl"),
                "unixd:" + folder.resolve("ctl.d"),
                "udp:127.0.0.1:" + FreePort.udp(),
                "tcp:127.0.0.1:" + FreePort.tcp());
    }

    List<String> all() {
        return List.of(unixs, unixd, udp, tcp);
    }

    List<String> streams() {
        return List.of(unixs, tcp);
    }

    List<String> datagrams() {
        return List.of(unixd, udp);
    }

    /// The lines of configuration that open them.
    String lines() {
        StringBuilder lines = new StringBuilder("loadmodule \"ctl.so\"\n");
        all().forEach(address ->
                lines.append("modparam(\"ctl\", \"binrpc\", \"").append(address).append("\")\n"));
        return lines.append("modparam(\"ctl\", \"mode\", 0600)\n").toString();
    }

    /// Starts `chief` with these lines and waits until it listens.
    Chief chief(TempFolder folder, String lines) throws IOException {
        Chief chief = Chief.start(
                folder,
                "serve",
                "--config",
                Files.writeString(folder.resolve("ctl.cfg"), lines).toString());
        chief.addresses(all().size());
        return chief;
    }
}
