package org.wirechief.it.kamailio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a Kamailio of a test is started with, beside its addresses.
///
/// @param modules in the order they are loaded in, after `ctl`
/// @param parameters `module.name=value`, in which `%s` is the folder of the test; a value in
///     digits is a number
/// @param options of the command line
record KamailioSetup(List<String> modules, List<String> parameters, List<String> options) {
    /// A few modules that need no others.
    static final KamailioSetup SMALL = new KamailioSetup(
            List.of("kex", "cfg_rpc", "counters", "pv", "sl", "htable", "pipelimit"),
            List.of("htable.htable=a=>size=4;"),
            List.of("-m", "64"));

    /// Those that an operator meets, and what they need.
    static final KamailioSetup LARGE = new KamailioSetup(
            List.of(
                    "kex",
                    "corex",
                    "cfg_rpc",
                    "counters",
                    "pv",
                    "tm",
                    "tmx",
                    "sl",
                    "rr",
                    "maxfwd",
                    "textops",
                    "htable",
                    "pipelimit",
                    "dispatcher",
                    "usrloc",
                    "dialog",
                    "pike",
                    "debugger",
                    "cfgutils"),
            List.of(
                    "htable.htable=a=>size=4;",
                    "dispatcher.list_file=%s/dispatcher.list",
                    "usrloc.db_mode=0",
                    "dialog.db_mode=0"),
            List.of("-m", "64"));

    /// Room for a table of 50,000 items of 400 bytes, and for the answer with all of them: it is
    /// built in private memory (`-M`), each struct in a buffer of its own.
    static final KamailioSetup BIG_TABLE = new KamailioSetup(
            List.of("pv", "htable"),
            List.of(
                    "htable.htable=big=>size=20;",
                    "ctl.binrpc_max_body_size=4096",
                    "ctl.binrpc_struct_max_body_size=1"),
            List.of("-m", "256", "-M", "700"));

    /// Lines of configuration; what they refer to is written to the folder.
    String lines(Path folder, List<String> addresses) throws IOException {
        Files.writeString(
                folder.resolve("dispatcher.list"), "1 sip:127.0.0.1:5080 0 0 weight=50\n2 sip:127.0.0.1:5081\n");
        Stream<String> loaded =
                Stream.concat(Stream.of("ctl"), modules.stream()).map(module -> "loadmodule \"" + module + ".so\"");
        Stream<String> doors = addresses.stream().map(address -> "ctl.binrpc=" + address);
        Stream<String> set = Stream.concat(doors, parameters.stream())
                .map(parameter -> modparam(parameter.replace("%s", folder.toString())));
        return Stream.of(Stream.of("disable_tcp=yes"), loaded, set)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static String modparam(String parameter) {
        int dot = parameter.indexOf('.');
        int equals = parameter.indexOf('=');
        String value = parameter.substring(equals + 1);
        return "modparam(\"%s\", \"%s\", %s)"
                .formatted(
                        parameter.substring(0, dot),
                        parameter.substring(dot + 1, equals),
                        value.matches("\\d+") ? value : '"' + value + '"');
    }
}
