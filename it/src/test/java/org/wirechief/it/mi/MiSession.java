package org.wirechief.it.mi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.wirechief.core.event.EventType;
import org.wirechief.endpoint.eventdatagram.EventDatagram;
import org.wirechief.it.live.MiServer;
import org.wirechief.it.standin.OpenSipsStatistics;
import org.wirechief.server.ServerParameters;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;

/// Vectors that were captured one after the other from one server.
///
/// @param carrier `udp4`, `udp6`, `unix`
/// @param profile the `text_profile` it answers in
record MiSession(String name, String carrier, String profile, String indent, List<GoldenVector> vectors) {
    private static final String TAB = "\t";

    private static final List<String> EVENTS = List.of(
            "E_CORE_THRESHOLD",
            "E_CORE_SHM_THRESHOLD",
            "E_CORE_PKG_THRESHOLD",
            "E_PIKE_BLOCKED",
            "E_PROBE",
            "E_PROBE_TWO");

    /// All of them. The vectors about sockets and readers are played by [PeersIT] and [ReadersIT].
    static Stream<MiSession> all() {
        List<MiSession> all = new ArrayList<>();
        for (String carrier : List.of("udp4", "udp6", "unix")) {
            all.add(of("mi24_" + carrier, carrier, "2.4.5"));
        }
        all.add(of("mi18_udp4", "udp4", "1.8"));
        all.add(of("mi18_unix", "unix", "1.8"));
        Map<String, List<GoldenVector>> versions = new LinkedHashMap<>();
        read("mi24_early_and_limits")
                .forEach(v -> versions.computeIfAbsent(profile(v), _ -> new ArrayList<>())
                        .add(v));
        versions.forEach((profile, vectors) -> all.add(new MiSession(profile, "udp4", profile, TAB, vectors)));
        for (String indent : List.of("    ", "", "--")) {
            String kind = indent.isEmpty() ? "empty" : indent.isBlank() ? "4-blanks" : "dashes";
            List<GoldenVector> vectors = read("mi24_misc").stream()
                    .filter(v -> v.name().startsWith("indent-" + kind + "/"))
                    .toList();
            all.add(new MiSession("indent-" + kind, "udp4", "2.4.5", indent, vectors));
        }
        List<GoldenVector> example = read("mi24_extra").stream()
                .filter(v -> v.name().startsWith("doc-example/"))
                .toList();
        all.add(new MiSession("doc-example", "udp4", "2.4.5", TAB, example));
        return all.stream();
    }

    private static MiSession of(String file, String carrier, String profile) {
        return new MiSession(file, carrier, profile, TAB, read(file));
    }

    private static List<GoldenVector> read(String file) {
        return GoldenVectors.read("mi-text/" + file);
    }

    private static String profile(GoldenVector vector) {
        return switch (vector.text("version")) {
            case "2.4.11" -> "2.4.5";
            case "2.4.4" -> "2.4.0";
            default -> vector.text("version");
        };
    }

    boolean isEarly() {
        return profile.equals("1.8");
    }

    /// A server like the captured one; it calls itself as that did, which an operator can configure
    /// for tools that parse it.
    MiServer server() throws IOException {
        ServerParameters initial = ServerParameters.INITIAL;
        ServerParameters named = initial.withVersionTexts(
                initial.versionText(), "OpenSIPS (" + (isEarly() ? "1.8.6-notls" : "2.4.11") + " (x86_64/linux))");
        return Probed.start(
                carrier,
                builder -> {
                    OpenSipsStatistics.captured(isEarly()).forEach(builder::statistic);
                    EVENTS.forEach(event -> builder.event(EventType.named(event)));
                    return builder.parameters(named).endpoint(EventDatagram.text());
                },
                mi -> mi.dialect("text").textProfile(profile).replyIndent(indent));
    }

    @Override
    public String toString() {
        return name;
    }
}
