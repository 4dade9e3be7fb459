package org.wirechief.it.vectors;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Value;
import org.wirechief.endpoint.ctl.Ctl;
import org.wirechief.it.standin.Lines;
import org.wirechief.it.standin.StandIns;
import org.wirechief.testkit.GoldenVector;

/// What a vector presumes of the server that answers it: parameters of `ctl`, state that was there,
/// requests that came before.
final class Presumed {
    private Presumed() {}

    /// The parameters of the captured server (`server` of the vector).
    static UnaryOperator<Ctl> parameters(GoldenVector vector) {
        String server = vector.text("server");
        if (server.startsWith("5.6.3 autoconv.cfg") || vector.name().matches("structparams/.*autoconv.*")) {
            return ctl -> ctl.autoconversion(true);
        }
        if (server.startsWith("5.6.3 small.cfg")) {
            return ctl -> ctl.maxBodySize(1).structMaxBodySize(1);
        }
        if (server.startsWith("5.6.3 big.cfg")) {
            return ctl -> ctl.maxBodySize(200).structMaxBodySize(100);
        }
        if (server.startsWith("5.6.3 rich.cfg")) {
            return ctl -> ctl;
        }
        throw new IllegalArgumentException(vector.name() + ": server " + server);
    }

    /// The state before it.
    static void state(GoldenVector vector, StandIns world) {
        world.htables.create("t", 16, 7200);
        world.htables.create("big", 256, 0);
        world.htables.create("a", 16, 0);
        world.settings.set("tm", "default_reason", Value.of("world"));
        boolean rich = vector.text("server").contains("rich.cfg");
        world.settings.set("core", "debug", Value.of(rich && !vector.name().equals("rich/cfg-diff") ? 3 : 2));
        particular(vector.name()).accept(world);
    }

    private static Consumer<StandIns> particular(String vector) {
        return switch (vector) {
            case "types/dbl-get/1.5" -> world -> world.pipeLimit.set(1.5, 0.25, -0.125);
            case "autoconv/pidget/inf_nan_1", "autoconv/pidget/_1_1" ->
                world -> world.pipeLimit.set(Double.POSITIVE_INFINITY, Double.NaN, 1);
            case "rich/htable-get" -> world -> world.htables.place("a", 6, "k1", Value.of("v1"));
            case "rich/htable-dump" ->
                world -> {
                    world.htables.place("a", 3, "k2", Value.of(55));
                    world.htables.place("a", 4, "k3", Value.of(""));
                    world.htables.place("a", 6, "k1", Value.of("v1"));
                };
            case "small/htable-dump" -> world -> fill(world, "a", "htable-a-30.txt", "v".repeat(40));
            case "big/unixs/htable-dump-180k", "big/unixd/htable-dump-180k", "big/udp/htable-dump-180k" ->
                world -> fill(world, "a", "htable-a-20.txt", "V".repeat(9000));
            case "limits/unixs/structs-exceed-32k",
                    "limits/unixd/structs-exceed-64k",
                    "limits/udp/structs-exceed-64k" ->
                world -> fill(world, "big", "htable-big-400.txt", "v".repeat(150));
            case "rich/htable-dump-60-unixd", "rich/htable-dump-60-udp" ->
                world -> fill(world, "big", "htable-big-60.txt", key -> key.replace("key", "value-"));
            default -> _ -> {};
        };
    }

    private static void fill(StandIns world, String table, String resource, String value) {
        fill(world, table, resource, _ -> value);
    }

    private static void fill(StandIns world, String table, String resource, UnaryOperator<String> valueOfKey) {
        for (String line : Lines.of(Presumed.class, resource)) {
            String[] words = line.split(":? ");
            for (String key : List.of(words).subList(1, words.length)) {
                world.htables.place(table, Integer.parseInt(words[0]), key, Value.of(valueOfKey.apply(key)));
            }
        }
    }

    /// Commands that the captured server had beside those that are called.
    static List<CommandSpec> moreCommands(GoldenVector vector) {
        int more = vector.name().equals("small/listMethods") ? 100 : 0;
        return IntStream.range(0, more)
                .mapToObj(i -> CommandSpec.named("demo.command" + i).run((_, reply) -> reply.ok()))
                .toList();
    }

    /// The names of the vectors whose requests came before it.
    static List<String> earlier(GoldenVector vector) {
        String name = vector.name();
        if (name.equals("rich/cfg-diff")) {
            return List.of("rich/cfg-set_delayed");
        }
        if (name.startsWith("types/dbl-get/")) {
            return List.of(name.replace("/dbl-get/", "/dbl-set/"));
        }
        if (name.startsWith("types/dbl-") && name.endsWith("-get")) {
            return List.of(name.substring(0, name.length() - "-get".length()));
        }
        if (name.startsWith("autoconv/pidget/")) {
            return List.of(name.replace("/pidget/", "/pid/"));
        }
        return List.of();
    }
}
