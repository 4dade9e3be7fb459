package org.wirechief.it.kamailio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.client.Client;
import org.wirechief.client.RemoteFault;
import org.wirechief.core.Value;

/// Our client calls a real Kamailio, over all four carriers.
class ClientOnKamailioIT {
    private static Kamailio kamailio;

    @BeforeAll
    static void start() throws IOException {
        kamailio = Kamailio.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (kamailio != null) {
            kamailio.close();
        }
    }

    static Stream<String> addresses() {
        return kamailio.addresses().stream();
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void scalars(String address) throws IOException {
        try (Client client = Client.connect(address)) {
            assertThat(client.call("core.version").asText()).startsWith("kamailio ");
            assertThat(texts(client.callForAll("core.echo", "abc", 5, "", "zwölf")))
                    .containsExactly("abc", "5", "", "zwölf");
            assertThat(client.callForAll("core.printi", 0, -1, 70_000, Integer.MIN_VALUE))
                    .containsExactly(Value.of(0), Value.of(-1), Value.of(70_000), Value.of(Integer.MIN_VALUE));
            assertThat(client.call("core.prints")).isEqualTo(new Value.Nil());
        }
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void structs(String address) throws IOException {
        try (Client client = Client.connect(address)) {
            Value uptime = client.call("core.uptime");
            assertThat(uptime.at("uptime").asLong()).isBetween(0L, 3600L);
            assertThat(uptime.at("now").asText()).matches("\\w{3} \\w{3} .* \\d{4}");

            List<Value> processes = client.callForAll("core.psx");
            assertThat(processes).hasSizeGreaterThan(2).allSatisfy(row -> {
                assertThat(row.at("PID").asLong()).isPositive();
                assertThat(row.at("DSC").asText()).isNotEmpty();
            });
            assertThat(processes).anyMatch(row -> row.at("DSC").asText().equals("ctl handler"));
        }
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void nestedStructs(String address) throws IOException {
        try (Client client = Client.connect(address)) {
            assertThat(client.call("htable.sets", "a", "k", "v").asText()).startsWith("Ok");
            assertThat(client.call("htable.get", "a", "k")
                            .at("item")
                            .at("value")
                            .asText())
                    .isEqualTo("v");
            // a struct without names stands inside the struct
            Value slot = client.call("htable.dump", "a").at("slot");
            assertThat(slot.at(0).at("name").asText()).isEqualTo("k");
            assertThat(client.call("htable.delete", "a", "k").asText()).startsWith("Ok");
        }
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void doubles(String address) throws IOException {
        try (Client client = Client.connect(address)) {
            assertThat(client.call("pl.set_pid", 1.5, 0.25, -0.125)).isEqualTo(new Value.Nil());
            assertThat(client.call("pl.get_pid").asText()).isEqualTo("ki[1.500000] kp[0.250000] kd[-0.125000] ");
            Value shared = client.call("stats.fetchn", "shmem:");
            assertThat(shared.at("shmem.total_size")).isEqualTo(Value.of(64.0 * 1024 * 1024));
        }
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void faults(String address) throws IOException {
        try (Client client = Client.connect(address)) {
            assertFault(client, 500, "command no.such not found", "no.such");
            assertFault(
                    client,
                    400,
                    "error at parameter 0: expected string type but record doesn't match type",
                    "core.prints",
                    5);
            assertFault(
                    client,
                    400,
                    "error at parameter 0: expected float type but bug -- internal error",
                    "core.echo",
                    1.5);
            assertFault(client, 400, "Failed to get the variable", "cfg.get", "core", "no_such");
            assertFault(client, 400, "non-existent counter core.no_such\n", "cnt.get", "core", "no_such");
            // a fault does not end the connection
            assertThat(client.call("core.echo", "still here").asText()).isEqualTo("still here");
        }
    }

    private static void assertFault(Client client, int code, String reason, String command, Object... args) {
        assertThatThrownBy(() -> client.call(command, args)).isInstanceOfSatisfying(RemoteFault.class, fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.reason()).isEqualTo(reason);
        });
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void longAnswers(String address) throws IOException {
        try (Client client = Client.connect(address)) {
            assertThat(texts(client.callForAll("system.listMethods"))).contains("core.echo", "cfg.list", "cnt.get");
            assertThat(texts(client.callForAll("cfg.list")))
                    .contains("core: debug")
                    .hasSizeGreaterThan(50);
            assertThat(client.call("cfg.get", "core", "debug").asLong()).isZero();
            assertThat(client.call("cnt.get", "core", "rcv_requests").asLong()).isZero();
            String text = "x".repeat(30_000);
            assertThat(client.call("core.echo", text).asText()).isEqualTo(text);
        }
    }

    private static List<String> texts(List<Value> values) {
        return values.stream().map(Value::asText).toList();
    }
}
