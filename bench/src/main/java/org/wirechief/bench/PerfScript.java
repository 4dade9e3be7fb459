package org.wirechief.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `perf script -F comm,pid,tid,ip,sym,dso` prints: for each sample a line with the name of
/// the thread, then the frames, the innermost first, then an empty line.
final class PerfScript {
    private static final Pattern HEAD = Pattern.compile("(\\S.*?)\\s+\\d+/\\d+\\s*:?\\s*");
    private static final Pattern FRAME = Pattern.compile("\\s+[0-9a-f]+ (.+) \\(([^()]*)\\)\\s*");

    private PerfScript() {}

    /// Where a thread was.
    ///
    /// @param frames the innermost first; none where the kernel could not tell
    record Sample(String thread, List<Frame> frames) {
        Sample {
            frames = List.copyOf(frames);
        }
    }

    /// A function and the file it is in; of compiled Java the `/tmp/perf-PID.map` that names it.
    record Frame(String symbol, String object) {
        boolean isKernel() {
            return object.startsWith("[kernel") || object.startsWith("[guest.kernel") || object.endsWith(".ko");
        }

        String file() {
            return object.substring(object.lastIndexOf('/') + 1);
        }
    }

    /// Lines it does not know are left out.
    static List<Sample> parse(String text) {
        List<Sample> samples = new ArrayList<>();
        String thread = null;
        List<Frame> frames = new ArrayList<>();
        for (String line : (text + "\n\n").split("\n", -1)) {
            Matcher frame = FRAME.matcher(line);
            Matcher head = HEAD.matcher(line);
            if (line.isBlank() && thread != null) {
                samples.add(new Sample(thread, frames));
                thread = null;
                frames.clear();
            } else if (thread != null && frame.matches()) {
                frames.add(new Frame(frame.group(1), frame.group(2)));
            } else if (thread == null && head.matches()) {
                thread = head.group(1);
            }
        }
        return samples;
    }
}
