package org.wirechief.endpoint.midatagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.core.Commands;
import org.wirechief.core.ConfigError;
import org.wirechief.core.Dispatch;
import org.wirechief.core.MiNaming;
import org.wirechief.core.Octets;
import org.wirechief.core.Setting;
import org.wirechief.core.Value;
import org.wirechief.core.event.Events;
import org.wirechief.endpoint.Host;
import org.wirechief.endpoint.LiveEndpoint;
import org.wirechief.endpoint.OwnSockets;
import org.wirechief.endpoint.Parameter;
import org.wirechief.endpoint.SourceGuards;
import org.wirechief.endpoint.Taps;
import org.wirechief.endpoint.mi.DoorFile;
import org.wirechief.net.Transport;
import org.wirechief.wire.mitext.MiTextOptions;

final class MiDatagramTest {
    private static MiDatagram set(MiDatagram mi, String name, Value value) {
        Parameter<MiDatagram> parameter = MiDatagram.MODULE.parameters().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
        return parameter.apply(mi, "mi_datagram", value);
    }

    private static MiDatagramParameters set(String name, Value value) {
        return set(MiDatagram.MODULE.initial(), name, value).parameters();
    }

    @Test
    void defaults() {
        MiDatagramParameters initial = MiDatagram.MODULE.initial().parameters();
        assertThat(initial.socketName()).isNull();
        assertThat(initial.childrenCount()).isEqualTo(1);
        assertThat(initial.file()).isEqualTo(new DoorFile(0660, null, null));
        assertThat(initial.socketTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(initial.language().dialect()).isEqualTo(Dialect.AUTO);
        assertThat(initial.language().text()).isEqualTo(MiTextOptions.DEFAULTS);
    }

    @Test
    void lastSocketNameCounts() {
        MiDatagram twice = set(
                set(MiDatagram.MODULE.initial(), "socket_name", Value.of("/tmp/a.sock")),
                "socket_name",
                Value.of("udp:127.0.0.1:8080"));
        assertThat(twice.parameters().socketName())
                .satisfies(address -> assertThat(address.transport()).isEqualTo(Transport.UDP));
    }

    @Test
    void parametersArriveWhereTheyBelong() {
        assertThat(set("children_count", Value.of(3)).childrenCount()).isEqualTo(3);
        assertThat(set("children_count", Value.of("3")).childrenCount()).isEqualTo(3);
        assertThat(set("unix_socket_mode", Value.of(0600)).file().mode()).isEqualTo(0600);
        assertThat(set("unix_socket_user", Value.of(0)).file().user()).isEqualTo("0");
        assertThat(set("unix_socket_user", Value.of("root")).file().user()).isEqualTo("root");
        assertThat(set("unix_socket_group", Value.of("root")).file().group()).isEqualTo("root");
        assertThat(set("socket_timeout", Value.of(50)).socketTimeout()).isEqualTo(Duration.ofMillis(50));
        assertThat(set("reply_indent", Value.of("")).language().text().indent()).isEqualTo(Octets.of(""));
        assertThat(set("text_profile", Value.of("1.8"))
                        .language()
                        .text()
                        .profile()
                        .word())
                .isEqualTo("1.8");
        assertThat(set("dialect", Value.of("text")).language().dialect()).isEqualTo(Dialect.TEXT);
        assertThat(set("dialect", Value.of("json")).language().dialect()).isEqualTo(Dialect.JSON);
        assertThat(set("pretty_printing", Value.of(1)).language().json().pretty())
                .isTrue();
        assertThat(set("names", Value.of("4.0")).language().naming()).isEqualTo(MiNaming.V4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    socket_name       | udp:    | a host and a port are missing after udp:
                    socket_name       | ''      | a path is missing
                    children_count    | many    | not a number
                    children_count    | 0       | allowed are 1 to 256
                    children_count    | '3 '    | not a number
                    unix_socket_user  | ' '     | a name or a number is needed
                    unix_socket_group | ''      | a name or a number is needed
                    dialect           | xml     | allowed are auto, text, json
                    dialect           | TEXT    | allowed are auto, text, json
                    names             | 3.6     | allowed are 3.x, 4.0
                    text_profile      | 3.0     | allowed are 2.4.5, 2.4.0, 1.8
                    allow_from        | nowhere | allow_from
                    access            | all     | allowed are read, write, admin
                    """)
    void textThatCannotBeIsRefusedNamingTheParameter(String name, String text, String problem) {
        assertThatThrownBy(() -> set(name, Value.of(text)))
                .isInstanceOf(ConfigError.class)
                .hasMessageContaining("mi_datagram." + name)
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "children_count, 0, allowed are 1 to 256",
        "children_count, -1, allowed are 1 to 256",
        "unix_socket_mode, 512, allowed are 0 to 0777",
        "unix_socket_mode, -1, allowed are 0 to 0777",
        "unix_socket_user, -5, a name or a number from 0 is needed",
        "socket_timeout, 0, allowed are 1 to 3600000 milliseconds",
        "socket_timeout, 3600001, allowed are 1 to 3600000 milliseconds",
        "socket_timeout, 4294967296, not a 32-bit integer",
    })
    void numbersOutOfRangeAreRefusedNamingTheParameter(String name, long number, String problem) {
        assertThatThrownBy(() -> set(name, Value.of(number)))
                .isInstanceOf(ConfigError.class)
                .hasMessageContaining("mi_datagram." + name)
                .hasMessageContaining(problem);
    }

    @Test
    void aSocketNameIsNeeded() {
        MiDatagram without = MiDatagram.MODULE.initial();
        assertThatThrownBy(() -> without.in(host()))
                .isInstanceOf(ConfigError.class)
                .hasMessageStartingWith("mi_datagram.socket_name is missing");
        assertThatThrownBy(() -> MiDatagram.MODULE.complete().accept(without)).isInstanceOf(ConfigError.class);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8080, true",
        "UDP:127.0.0.1:8080, true",
        "unix:/run/mi, true",
        "udp:127.0.0.1:8080, false",
        "/run/mi:1, false",
        "./mi:1, false",
        "mi.sock, false",
    })
    void aPathThatLooksLikeAnAddressIsWarnedOf(String name, boolean warned) {
        List<String> warnings = MiDatagram.listening(name).in(host()).warnings();

        assertThat(warnings).hasSize(warned ? 1 : 0).allMatch(warning -> warning.contains("write ./" + name + " if"));
    }

    @Test
    void anOwnerThatThisMachineDoesNotKnowIsWarnedOf() {
        assertThat(MiDatagram.listening("/run/mi")
                        .user("nobody-by-that-name")
                        .group("no-such-group")
                        .in(host())
                        .warnings())
                .satisfiesExactly(
                        user -> assertThat(user).contains("no user nobody-by-that-name on this machine"),
                        group -> assertThat(group).contains("no group no-such-group on this machine"));
        assertThat(MiDatagram.listening("/run/mi")
                        .user("54321")
                        .group("root")
                        .in(host())
                        .warnings())
                .isEmpty();
        assertThat(MiDatagram.listening("udp:127.0.0.1:8080")
                        .user("nobody-by-that-name")
                        .in(host())
                        .warnings())
                .isEmpty();
    }

    @Test
    void fileOfASocket() {
        assertThat(new DoorFile(0, null, null).access().mode()).isEqualTo(0600);
        assertThat(new DoorFile(0640, "root", null).access().group()).isEqualTo("0");
        assertThat(new DoorFile(0640, "0", null).access().group()).isNull();
        assertThat(new DoorFile(0640, "root", "daemon").access().group()).isEqualTo("daemon");
        assertThat(new DoorFile(0640, "nobody-by-that-name", null).access().group())
                .isNull();
    }

    @Test
    void settingsChangeTheRunningModule() {
        LiveEndpoint live = MiDatagram.listening("/tmp/never-opened.sock").in(host());
        List<Setting> settings = live.exports().settings();
        assertThat(settings)
                .extracting(Setting::name)
                .containsExactly("socket_timeout", "reply_indent", "dialect", "text_profile", "pretty_printing");
        for (Setting setting : settings) {
            Value next = Value.of(
                    switch (setting.name()) {
                        case "socket_timeout" -> "100";
                        case "reply_indent" -> "--";
                        case "dialect" -> "text";
                        case "pretty_printing" -> "1";
                        default -> "1.8";
                    });
            setting.change()
                    .accept(setting.type() == Setting.Type.INTEGER ? Value.of(Long.parseLong(next.asText())) : next);
            assertThat(setting.current().get().asText()).isEqualTo(next.asText());
        }
        assertThatThrownBy(() -> settings.getFirst().change().accept(Value.of(0)))
                .isInstanceOf(ConfigError.class);
        assertThat(settings.getFirst().current().get()).isEqualTo(Value.of(100));
    }

    private static Host host() {
        return new Host(
                new Dispatch(new Commands(), List.of()),
                new Events(),
                InstantSource.system(),
                InstantSource.system(),
                ChronoUnit.FOREVER.getDuration(),
                _ -> {},
                new OwnSockets(),
                new SourceGuards(),
                new Taps());
    }

    /// Such lists are put together from several places.
    @Test
    void whoIsNamedTwiceIsNamedOnce() {
        MiDatagram door = MiDatagram.listening("/run/mi");

        assertThat(door.accessUsers("root", "root").accessGroups("root", "root").policy())
                .isEqualTo(door.accessUsers("root").accessGroups("root").policy());
    }

    @Test
    void aTimeForEverIsRefusedLikeAnyThatIsTooLong() {
        MiDatagram door = MiDatagram.listening("/run/mi");

        assertThatThrownBy(() -> door.socketTimeout(ChronoUnit.FOREVER.getDuration()))
                .isInstanceOf(ConfigError.class)
                .hasMessage(
                        "mi_datagram.socket_timeout = " + Long.MAX_VALUE + ": allowed are 1 to 3600000 milliseconds");
    }
}
