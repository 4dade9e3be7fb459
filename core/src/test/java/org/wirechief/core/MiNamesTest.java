package org.wirechief.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MiNamesTest {
    private final Commands commands = new Commands(List.of(
            command("get_statistics", "statistics:get"),
            command("list_statistics", "statistics:list"),
            command("reset_all_statistics", "statistics:reset_all"),
            command("version", "core:version"),
            command("uptime", "core:uptime"),
            command("list_tcp_conns", "tcp:list"),
            command("sr_get_status", "status_report:get"),
            CommandSpec.named("core.echo").vocabulary(Vocabulary.RPC).run((_, _) -> {})));

    private final MiNames classic = new MiNames(commands, MiNaming.V3);
    private final MiNames modern = new MiNames(commands, MiNaming.V4);

    private static CommandSpec command(String name, String canonical) {
        return CommandSpec.named(name).canonical(canonical).run((_, _) -> {});
    }

    private static MiLookup find(MiNames names, String name) {
        return names.find(Octets.of(name));
    }

    private static String found(MiNames names, String name) {
        return switch (find(names, name)) {
            case MiLookup.Found(CommandSpec spec) -> spec.name();
            case MiLookup.Unknown _ -> "none";
            case MiLookup.Ambiguous ambiguous -> ambiguous.data();
        };
    }

    @ParameterizedTest
    @CsvSource({
        "version, version", // v40.version
        "core:version, version", // v40.core_version
        "get_statistics, get_statistics", // v40.alias_get_statistics
        "statistics:get, get_statistics", // v40.canonical_stat_get
        "reset_all, reset_all_statistics", // v40.local_reset_all
        "list_tcp_conns, list_tcp_conns" // v40.list_tcp_conns
    })
    void names40MeanTheCommandByModuleLocalOrOldName(String asked, String name) {
        assertThat(found(modern, asked)).isEqualTo(name);
    }

    @Test
    void aLocalNameOfSeveralModulesIsAmbiguous() {
        assertThat(found(modern, "get")).isEqualTo("supported names: statistics:get, status_report:get");
        assertThat(found(modern, "list")).isEqualTo("supported names: statistics:list, tcp:list");
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo:version", "core:nope", ":version", "core:", "Core:Version", "", ":", "core.echo"})
    void otherNamesAreNoneIn40(String asked) {
        assertThat(find(modern, asked)).isEqualTo(new MiLookup.Unknown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"core:version", "reset_all", "statistics:get", "core.echo"})
    void names40AreNoneIn3x(String asked) {
        assertThat(find(classic, asked)).isEqualTo(new MiLookup.Unknown());
    }

    @Test
    void listsAreInTheOrderOfAddition() {
        assertThat(classic.list())
                .startsWith("get_statistics", "list_statistics")
                .hasSize(7);
        assertThat(modern.list())
                .startsWith("statistics:get", "statistics:list")
                .hasSize(7);
        assertThat(modern.listOf("core")).containsExactly("core:version", "core:uptime");
        assertThat(modern.listOf("cor")).isEmpty();
        assertThat(classic.listOf("core")).isEmpty();
    }

    @Test
    void commandsThatAreAddedLaterAreSeen() {
        assertThat(found(modern, "hello")).isEqualTo("none");

        commands.add(List.of(CommandSpec.named("demo.hello").alias("hi").run((_, _) -> {})));

        assertThat(found(modern, "hello")).isEqualTo("demo.hello");
        assertThat(found(modern, "demo:hello")).isEqualTo("demo.hello");
        assertThat(found(modern, "demo.hello")).isEqualTo("demo.hello");
        assertThat(found(modern, "hi")).isEqualTo("demo.hello");
        assertThat(modern.list()).endsWith("demo:hello");
    }

    @Test
    void ofTwoThatClaimOneNameTheFirstKeepsIt() {
        commands.add(List.of(command("other", "core:version")));

        assertThat(found(modern, "core:version")).isEqualTo("version");
        assertThat(found(modern, "other")).isEqualTo("other");
    }

    @Test
    void theNamingIsReadAsConfigurationSpellsIt() {
        assertThat(MiNaming.parse("3.x")).contains(MiNaming.V3);
        assertThat(MiNaming.parse("4.0")).contains(MiNaming.V4);
        assertThat(MiNaming.parse("4")).isEmpty();
        assertThat(MiNaming.V4.word()).isEqualTo("4.0");
    }

    @Test
    void whatHasComeOrGoneSince18() {
        commands.add(List.of(
                CommandSpec.named("debug").age(MiAge.ONLY_1_8).run((_, _) -> {}),
                CommandSpec.named("log_level").age(MiAge.SINCE_1_8).run((_, _) -> {})));
        MiNames old = new MiNames(commands, MiNaming.V1);

        assertThat(found(old, "debug")).isEqualTo("debug");
        assertThat(found(old, "log_level")).isEqualTo("none");
        assertThat(found(old, "version")).isEqualTo("version");
        assertThat(old.list()).contains("debug", "version").doesNotContain("log_level");
        assertThat(found(classic, "debug")).isEqualTo("none");
        assertThat(found(modern, "debug")).isEqualTo("none");
        assertThat(found(modern, "core:debug")).isEqualTo("none");
        assertThat(found(classic, "log_level")).isEqualTo("log_level");
        assertThat(classic.list()).doesNotContain("debug");
        assertThat(MiNaming.parse("1.8")).isEmpty();
    }
}
