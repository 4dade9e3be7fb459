package org.wirechief.server.commands;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirechief.core.Args;
import org.wirechief.core.Fault;

/// A settings group as `cfg.*` commands name it: `group`, or `group[id]` for one instance of it
/// (spec ctl §13.2). Settings of this server have no instances: whatever has an id is not found.
///
/// @param id the instance's number as text, empty for none
record CfgGroup(String name, String id) {
    private static final Pattern INSTANCE = Pattern.compile("(.+)\\[(\\d{1,10})]");
    private static final long LARGEST_ID = 0xFFFF_FFFFL;

    /// Reads a name. What does not end with `]` is a group's, brackets or not.
    ///
    /// @throws Fault 400 when it ends with `]` and has no id (`faults/cfg-bad-groupid`)
    static CfgGroup of(String text) {
        return text.endsWith("]")
                ? instance(text, "Wrong group syntax. Use either \"group\", or \"group[id]\"")
                : new CfgGroup(text, "");
    }

    /// Reads the next argument.
    ///
    /// @throws Fault as [#of]
    static CfgGroup next(Args args) {
        return of(args.text());
    }

    /// Reads a name, which must have an id.
    ///
    /// @throws Fault 400 when it has none (`faults/cfg-del-no-id`)
    static CfgGroup withId(String text) {
        return instance(text, "Wrong group syntax. Use \"group[id]\"");
    }

    private static CfgGroup instance(String text, String otherwise) {
        Matcher matcher = INSTANCE.matcher(text);
        if (!matcher.matches() || Long.parseLong(matcher.group(2)) > LARGEST_ID) {
            throw new Fault(400, otherwise);
        }
        return new CfgGroup(matcher.group(1), matcher.group(2));
    }

    boolean isWhole() {
        return id.isEmpty();
    }
}
