package org.wirechief.it.mi;

import java.util.List;

/// The forms of the lines of a reply, without what they tell.
final class MiForm {
    private MiForm() {}

    /// Each form once, in the order of their first lines.
    static List<String> of(String reply) {
        return reply.lines().map(MiForm::line).distinct().toList();
    }

    private static String line(String line) {
        return line.replaceFirst("^(Now|Up since):: \\w{3} \\w{3} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\d{4}$", "$1:: time")
                .replaceFirst("^Up time:: \\d+ \\[sec]$", "Up time:: number [sec]")
                .replaceFirst("^(Process::  )(ID=\\d+ )?PID=\\d+ (Log level=\\d+ )?Type=.+$", "a process")
                .replaceFirst("^\\w+:[\\w:.-]*[\\w-](:: | = )\\d+$", "a statistic$1number")
                .replaceFirst("^Event:: \\w+ id=\\d+$", "an event")
                .replaceFirst("^\tSubscriber::  socket=\\S+ expire=-?\\d+$", "a subscriber")
                .replaceFirst("^\\w+:[\\w-]+:: (non-)?incremental$", "a statistic and its kind")
                .replaceFirst("^[a-z]\\w*(\\.\\w+)*$", "a command");
    }
}
