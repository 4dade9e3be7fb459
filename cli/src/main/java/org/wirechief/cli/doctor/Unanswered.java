package org.wirechief.cli.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.wirechief.cli.command.ExitCode;
import org.wirechief.client.NodeScheme;

/// A door that was asked in every language it may speak and answered in none: which one it speaks
/// cannot be known, so nothing is said of one alone.
///
/// @param tried the examinations, one a language
/// @param within how long an answer was waited for
record Unanswered(Door door, List<Examination> tried, Duration within) {

    Unanswered {
        tried = List.copyOf(tried);
    }

    Examination together() {
        var together = new Examination(door.place());
        Set<Finding> seen = new LinkedHashSet<>();
        for (Examination one : tried) {
            one.findings().stream()
                    .filter(finding -> !isLate(one) || finding.kind() != Finding.Kind.BAD)
                    .forEach(seen::add);
        }
        seen.forEach(together::add);
        String languages = tried.stream()
                .filter(Unanswered::isLate)
                .map(Examination::address)
                .collect(Collectors.joining(" or "));
        together.add(
                Finding.bad("nothing answers within " + within.toMillis() + " ms, called as " + languages, remedies()),
                ExitCode.TIMEOUT);
        return together;
    }

    /// What is bad there is that no answer came, and nothing else.
    private static boolean isLate(Examination one) {
        return one.exit() == ExitCode.TIMEOUT;
    }

    private List<String> remedies() {
        List<String> remedies = new ArrayList<>();
        door.addresses()
                .filter(address -> NodeScheme.of(address) == NodeScheme.MI_FIFO)
                .forEach(fifo -> remedies.add(
                        "chief doctor --reply-dir DIR " + fifo + "   (DIR: the reply_dir of the server's mi_fifo)"));
        remedies.add(Remedy.log(door.address()) + "   (is it busy? does it hang?)");
        return remedies;
    }
}
