package org.wirechief.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import org.wirechief.cli.command.ExitCode;
import org.wirechief.core.OneLine;

/// What was found at one address, in the order it was looked at. Once something is
/// [Finding.Kind#BAD], what would be looked at behind it makes no sense.
final class Examination {
    private static final int LONGEST = 4000;

    private final String address;
    private final List<Finding> findings = new ArrayList<>();
    private ExitCode exit = ExitCode.SUCCESS;

    Examination(String address) {
        this.address = address;
    }

    void add(Finding finding) {
        findings.add(finding);
        if (finding.kind() == Finding.Kind.BAD) {
            exit = exit == ExitCode.SUCCESS ? ExitCode.CANNOT_CONNECT : exit;
        }
    }

    /// Adds one that is bad, with the exit code of a call that fails so.
    void add(Finding finding, ExitCode code) {
        exit = exit == ExitCode.SUCCESS ? code : exit;
        add(finding);
    }

    String address() {
        return address;
    }

    boolean isHopeless() {
        return exit != ExitCode.SUCCESS;
    }

    ExitCode exit() {
        return exit;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /// As it is printed: the address, then a line a finding, then its remedies.
    String text() {
        StringBuilder text = new StringBuilder(shown(address)).append('\n');
        for (Finding finding : findings) {
            text.append("  %-4s  %s\n".formatted(finding.kind().word(), shown(finding.words())));
            String lead = "mend: ";
            for (String remedy : finding.remedies()) {
                text.append("        ").append(lead).append(shown(remedy)).append('\n');
                lead = "  or: ";
            }
        }
        return text.toString();
    }

    /// Names of files and what servers say may hold anything.
    private static String shown(String words) {
        return OneLine.of(words, LONGEST);
    }
}
