package org.wirechief.it.sidebyside;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirechief.it.kamcmd.Kamcmd;
import org.wirechief.it.live.Outcome;

/// The script, played on whoever serves some doors.
final class Session {
    private final Doors doors;
    private final Map<String, String> answers = new LinkedHashMap<>();

    private Session(Doors doors) {
        this.doors = doors;
    }

    static Session with(Doors doors) {
        return new Session(doors);
    }

    /// What came of each step.
    Map<String, String> play() throws IOException, InterruptedException {
        for (String address : doors.all()) {
            for (CommandLine line : CommandLine.all()) {
                note(address, line.toString(), spelled(Kamcmd.DEBIANS.run(line.at(address), line.typed())));
            }
        }
        for (Exchange exchange : Exchanges.ALL) {
            for (String address : doors.streams()) {
                note(address, exchange.name() + ", then half closed", OverStream.thenHalfClosed(exchange, address));
                if (exchange.isWhole()) {
                    note(address, exchange.name(), OverStream.thenAskedAgain(exchange, address));
                }
            }
            for (String address : exchange.inDatagrams() ? doors.datagrams() : List.<String>of()) {
                note(address, exchange.name(), InDatagrams.thenAskedAgain(exchange, address));
            }
        }
        return answers;
    }

    private void note(String address, String step, String answer) {
        String transport = address.substring(0, address.indexOf(':'));
        if (answers.put(transport + " " + step, answer) != null) {
            throw new IllegalStateException("the script has this twice: " + transport + " " + step);
        }
    }

    private static String spelled(Outcome outcome) {
        return "exit " + outcome.exit() + "\n" + outcome.stdout() + "stderr: " + outcome.stderr();
    }
}
