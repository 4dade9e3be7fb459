package org.wirechief.it.trace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.wirechief.core.Octets;
import org.wirechief.endpoint.Endpoint;
import org.wirechief.endpoint.hep.Hep;
import org.wirechief.endpoint.midatagram.MiDatagram;
import org.wirechief.endpoint.mififo.MiFifo;
import org.wirechief.it.live.TempFolder;
import org.wirechief.it.mijson.OpenSips;
import org.wirechief.it.standin.OpenSipsStatistics;
import org.wirechief.it.standin.Probes;
import org.wirechief.server.ServerParameters;
import org.wirechief.server.WirechiefBuilder;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.GoldenVectors;

/// The packets that one server was seen to send, with its configuration.
///
/// @param name what the names of its vectors begin with
/// @param carrier of `mi_datagram`: `udp4`, `udp6`, `unix`
/// @param transport of the packets, and what `hep_id` says more
/// @param homer5 0 for JSON payloads
/// @param datagramList `trace_bwlist` of `mi_datagram`; empty for none
/// @param fifoList the same of `mi_fifo`
record TraceSession(
        String name, String carrier, String transport, boolean homer5, String datagramList, String fifoList) {
    private static final String JSON = "mi-json/hep";
    private static final String TEXT = "mi-text/hep24";

    /// A request and the packets that came for it.
    ///
    /// @param expected by their place, from 0; none at all when it was not traced
    record Request(String subject, Octets octets, Map<Integer, GoldenVector> expected) {
        byte[] bytes() {
            return octets.toByteArray();
        }

        boolean isFifo() {
            return subject.contains(".fifo_");
        }
    }

    static Stream<TraceSession> all() {
        return Stream.of(
                of("hep.h5udp", "udp4", "udp"),
                of("hep.async", "udp4", "udp"),
                new TraceSession("hep.h6udp", "udp4", "udp", false, "", ""),
                of("hep.h5tcp", "udp4", "tcp"),
                new TraceSession("hep.h6tcp", "udp4", "tcp", false, "", ""),
                of("hep.v1", "udp4", "udp;version=1"),
                of("hep.v2", "udp4", "udp;version=2"),
                new TraceSession("hep.black", "udp4", "udp", true, "b: ps, which", "b : version"),
                new TraceSession("hep.white", "udp4", "udp", true, "w: version", "W:version"),
                new TraceSession("hep.bw_trailing", "udp4", "udp", true, "b: ps,", ""),
                of("hep.udp6", "udp6", "udp"),
                of("hep.unix", "unix", "udp"),
                of("hep.multiflush", "udp4", "udp"),
                of("hep.hepdelim", "udp4", "udp"),
                of("hep3-udp", "udp4", "udp"),
                new TraceSession("hep3-udp-json", "udp4", "udp", false, "", ""),
                of("hep3-udp-delim", "udp4", "udp"),
                of("hep2-udp", "udp4", "udp;version=2"),
                of("hep1-udp", "udp4", "udp;version=1"),
                new TraceSession("hep3-blacklist", "udp4", "udp", true, "b: ps, which", ""),
                new TraceSession("hep3-whitelist", "udp4", "udp", true, "w: version", ""),
                of("hep3-mi-udp6", "udp6", "udp"),
                of("hep3-mi-unix", "unix", "udp"),
                of("hep3-tcp", "udp4", "tcp"));
    }

    private static TraceSession of(String name, String carrier, String transport) {
        return new TraceSession(name, carrier, transport, true, "", "");
    }

    boolean isText() {
        return !name.startsWith("hep.");
    }

    /// Whether a request that is no command is traced at `mi_datagram`.
    boolean tracesUnknown() {
        return !datagramList.startsWith("w");
    }

    /// All vectors there are.
    static List<GoldenVector> vectors() {
        List<GoldenVector> all = new ArrayList<>(GoldenVectors.read(JSON));
        all.addAll(GoldenVectors.read(TEXT));
        return all;
    }

    /// In the order they were sent.
    List<Request> requests() {
        Map<String, Request> bySubject = new LinkedHashMap<>();
        for (GoldenVector vector : GoldenVectors.read(isText() ? TEXT : JSON)) {
            if (vector.name().startsWith(name + (isText() ? "/" : "."))) {
                String subject = subject(vector);
                Octets bytes = Octets.copyOf(vector.bytes(isText() ? "mi_request" : "request"));
                Request request = bySubject.computeIfAbsent(subject, s -> new Request(s, bytes, new LinkedHashMap<>()));
                if (vector.hasBytes(isText() ? "hep" : "reply")) {
                    request.expected.put(place(vector), vector);
                }
            }
        }
        return List.copyOf(bySubject.values());
    }

    private static String subject(GoldenVector vector) {
        return vector.name().replaceFirst("[./]\\d$", "");
    }

    private static int place(GoldenVector vector) {
        String last = vector.name().substring(vector.name().length() - 1);
        return Integer.parseInt(last) - (vector.name().startsWith("hep.") ? 1 : 0);
    }

    static byte[] packet(GoldenVector vector) {
        return vector.bytes(vector.name().startsWith("hep.") ? "reply" : "hep");
    }

    /// What stands between the parts of its payloads.
    String delimiter() {
        return name.endsWith("delim") ? "##" : ":";
    }

    TraceCollector collector() throws IOException {
        return transport.startsWith("tcp") ? TraceCollector.tcp() : TraceCollector.udp();
    }

    TracedServer server(TraceCollector collector) throws IOException {
        String more = transport.contains(";") ? transport.substring(transport.indexOf(';')) : "";
        long captureId = name.equals("hep.hepdelim") ? 77 : name.equals("hep3-udp-delim") ? 234 : 1;
        Hep hep = Hep.to(collector.hepId() + more)
                .captureId(captureId)
                .homer5(homer5)
                .homer5Delimiter(delimiter());
        return TracedServer.start(this::program, folder -> List.of(hep, datagram(folder), fifo(folder)));
    }

    private WirechiefBuilder program(WirechiefBuilder builder) {
        if (isText()) {
            OpenSipsStatistics.captured(false).forEach(builder::statistic);
        }
        return isText()
                ? builder.commands(Probes.commands())
                        .parameters(ServerParameters.INITIAL.withVersionTexts("", "OpenSIPS (2.4.11 (x86_64/linux))"))
                : OpenSips.addTo(builder);
    }

    private Endpoint datagram(TempFolder folder) {
        MiDatagram mi = switch (carrier) {
            case "udp6" -> MiDatagram.udp("::1", 0);
            case "unix" -> MiDatagram.listening(folder.resolve("mi").toString());
            default -> MiDatagram.udp("127.0.0.1", 0);
        };
        MiDatagram traced = mi.dialect(isText() ? "text" : "json").traceDestination("hd");
        return datagramList.isEmpty() ? traced : traced.traceBwlist(datagramList);
    }

    private Endpoint fifo(TempFolder folder) {
        MiFifo traced = TracedServer.fifo(folder).traceDestination("hd");
        return fifoList.isEmpty() ? traced : traced.traceBwlist(fifoList);
    }

    @Override
    public String toString() {
        return name;
    }
}
