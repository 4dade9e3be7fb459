package org.wirechief.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Shows what our server and Kamailio spend their processor time on, under the same load.
public final class ProfileMain {
    private static final String ROWS = "unixs 16x1; unixs 1x64; unixs 16x64; unixd 8x8; udp 8x8";
    private static final List<String> OPTIONS = List.of("chief", "rows", "seconds", "warm-up", "settle", "functions");
    private static final String USAGE = """
            profile [OPTION VALUE]...

              --rows      what to look at, %s
              --seconds   of a load on each server, 3
              --warm-up   seconds before, 1
              --settle    seconds of load on each server and row before all that, 4
              --functions list so many functions outside the kernel that take most, of each; 0
            """.formatted(ROWS);

    private ProfileMain() {}

    /// Ends with 1 when something could not be measured, with 2 when the command line is wrong.
    public static void main(String[] args) {
        Command.run("profile", USAGE, OPTIONS, ProfileMain::measure, args);
    }

    private static boolean measure(Options options) throws IOException, InterruptedException {
        Plan plan = Plan.of(options, ROWS, 3);
        int functions = options.integer("functions", 0);
        Path chief = Path.of(options.text("chief", "./chief")).toAbsolutePath();
        Path kamailio = Servers.needKamailio();
        Tool.need("perf", "to look with", "linux-perf");
        try (Servers servers = Servers.open()) {
            Server theirs = servers.kamailio(kamailio, plan.carriers());
            Server ours = servers.profiledChief(chief, plan.carriers());
            List<Contestant> our = contestants(ours, plan);
            List<Contestant> their = contestants(theirs, plan);
            // what the JVM still compiles after a row, it does while others settle
            plan.rounds().settle(our, plan.settle());
            plan.rounds().settle(their, plan.settle());
            for (int i = 0; i < plan.rows().size(); i++) {
                Path data = servers.folder().resolve("perf.data");
                Profile ourProfile = profile(ours, our.get(i), plan, data);
                Profile theirProfile = profile(theirs, their.get(i), plan, data);
                print(plan.rows().get(i), ourProfile, theirProfile, functions);
            }
        }
        return true;
    }

    private static List<Contestant> contestants(Server server, Plan plan) throws IOException {
        List<Contestant> contestants = new ArrayList<>();
        for (Row row : plan.rows()) {
            contestants.add(Contestant.of(server, row, plan.rounds().timing().patience()));
        }
        return contestants;
    }

    private static void print(Row row, Profile ours, Profile theirs, int functions) {
        System.out.printf("- %s, %d and %d samples%n%n", row, ours.count(), theirs.count());
        System.out.println(Profile.table(ours, theirs));
        if (functions > 0) {
            System.out.println("ours:\n\n" + ours.heaviest(functions));
            System.out.println("Kamailio:\n\n" + theirs.heaviest(functions));
        }
    }

    private static Profile profile(Server server, Contestant contestant, Plan plan, Path data)
            throws IOException, InterruptedException {
        Contestant recorded = contestant.beside(() -> Perf.recording(server, data));
        Measurement found = recorded.run(plan.rounds().timing());
        Path map = Path.of("/tmp", "perf-" + server.pid() + ".map");
        try {
            nameMethods(server, map);
            return Profile.of(Perf.read(data), found.cpuMicrosPerRequest());
        } finally {
            Files.deleteIfExists(map);
        }
    }

    /// Has the JVM write which method is where, in the file in which perf looks for it.
    private static void nameMethods(Server server, Path map) throws IOException, InterruptedException {
        if (server.name().equals("chief")) {
            Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
            List<String> command = new ArrayList<>(List.of(jcmd.toString(), Long.toString(server.pid())));
            command.addAll(List.of("Compiler.perfmap", map.toString()));
            Tool.run(command);
        }
    }
}
