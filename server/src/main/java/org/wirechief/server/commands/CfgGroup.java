package org.wirechief.server.commands;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirechief.core.Args;
import org.wirechief.core.Fault;

/// A settings group as `cfg.*` commands name it: `group`, or `group[id]` for one instance of it
/// (spec ctl §13.2). Settings of this server have no instances, so whatever has an id is not found.
///
/// @param id the instance's number as text, empty for none
record CfgGroup(String name, String id) {
    private static final Pattern SYNTAX = Pattern.compile("([^\\[\\]]*)(?:\\[(\\d{1,10})])?");

    /// Reads the next argument.
    ///
    /// @throws Fault 400 when it is written in another way (`faults/cfg-bad-groupid`)
    static CfgGroup next(Args args) {
        Matcher matcher = SYNTAX.matcher(args.text());
        if (!matcher.matches()) {
            throw new Fault(400, "Wrong group syntax. Use either \"group\", or \"group[id]\"");
        }
        String id = matcher.group(2);
        return new CfgGroup(matcher.group(1), id == null ? "" : id);
    }

    /// Reads the next argument, which must have an id (`faults/cfg-del-no-id`).
    static CfgGroup nextWithId(Args args) {
        Matcher matcher = SYNTAX.matcher(args.text());
        if (!matcher.matches() || matcher.group(2) == null) {
            throw new Fault(400, "Wrong group syntax. Use \"group[id]\"");
        }
        return new CfgGroup(matcher.group(1), matcher.group(2));
    }

    boolean isWhole() {
        return id.isEmpty();
    }
}
