package org.wirechief.cli.kamcmd;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirechief.cli.output.ReplyFormat;

/// A short name for a method, with the format its answers are printed in (spec ctl §14.4).
///
/// @param format as it is written behind `-f`, or null
record Alias(String name, String method, @Nullable String format) {
    /// In the order help lists them. The last two call methods that no server has any more.
    static final List<Alias> ALL = List.of(
            new Alias("ps", "core.ps", "%v\\t%v\\n"),
            new Alias("psx", "core.psx", null),
            new Alias("list", "system.listMethods", null),
            new Alias("ls", "system.listMethods", null),
            new Alias("ver", "core.version", null),
            new Alias("version", "core.version", null),
            new Alias("who", "ctl.who", "[%v] %v: %v %v -> %v %v\\n"),
            new Alias("listen", "ctl.listen", "[%v] %v: %v %v\\n"),
            new Alias("dns_mem_info", "dns.mem_info", "%v / %v\\n"),
            new Alias("dns_debug", "dns.debug", "%v (%v): size=%v ref=%v expire=%vs last=%vs ago f=%v\\n"),
            new Alias(
                    "dns_debug_all",
                    "dns.debug_all",
                    "%v (%v) [%v]: size=%v ref=%v expire=%vs last=%vs ago f=%v\\n\\t\\t%v:%v expire=%vs f=%v\\n"),
            new Alias("dst_blacklist_mem_info", "dst_blacklist.mem_info", "%v / %v\\n"),
            new Alias("dst_blacklist_debug", "dst_blacklist.debug", "%v:%v:%v expire:%v flags: %v\\n"));

    static Optional<Alias> find(String name) {
        return ALL.stream().filter(alias -> alias.name().equals(name)).findFirst();
    }

    @Nullable
    ReplyFormat replyFormat() {
        return format == null ? null : ReplyFormat.parse(format);
    }

    /// What `help NAME` says of it.
    String help() {
        return name + " is an alias for " + method
                + (format == null ? "" : " with reply formatting: \"" + format + "\"") + "\n";
    }
}
