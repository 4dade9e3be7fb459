package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Access;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Execution;
import org.wirechief.core.Vocabulary;

class BuiltInsTest {
    private final FakeServer server = new FakeServer();

    /// A line is a family and its commands.
    private static final String ALL = """
            cfg: add_group_inst commit del del_delayed del_group_inst diff get help list reset
            cfg: rollback set set_delayed set_delayed_int set_delayed_string set_now_int
            cfg: set_now_string seti sets
            cnt: get get_raw get_vars grp_get_all grps_list help list_groups list_vars reset
            cnt: var_list
            core: arg echo flags info kill modules printi prints ps psa psx pwd runinfo shmmem
            core: sockets_list tcp_info tcp_list tcp_options uptime version
            stats: clear_statistics fetch fetchn get_statistics reset_statistics
            system: listMethods methodHelp methodSignature
            """;

    @Test
    void theseAreBuiltIn() {
        List<String> all = ALL.lines()
                .flatMap(line -> Arrays.stream(
                                line.substring(line.indexOf(' ') + 1).split(" "))
                        .map(name -> line.substring(0, line.indexOf(':')) + "." + name))
                .toList();

        assertThat(server.commands.list(Vocabulary.RPC))
                .extracting(CommandSpec::name)
                .containsExactlyElementsOf(all);
    }

    @Test
    void eachBelongsToOneVocabulary() {
        assertThat(server.commands.list(Vocabulary.RPC)).doesNotContainAnyElementsOf(mi());
    }

    private List<CommandSpec> mi() {
        return server.commands.list(Vocabulary.MI);
    }

    @Test
    void onlyKillTakesAdmin() {
        assertThat(named(Access.ADMIN)).containsExactly("core.kill");
        assertThat(mi())
                .filteredOn(spec -> spec.access() == Access.ADMIN)
                .extracting(CommandSpec::name)
                .containsExactly("kill");
    }

    @Test
    void whatChangesSomethingInMiTakesWriting() {
        assertThat(mi())
                .filteredOn(spec -> spec.access() == Access.WRITE)
                .extracting(CommandSpec::name)
                .containsExactly(
                        "cache_remove",
                        "cache_store",
                        "debug",
                        "event_subscribe",
                        "log_level",
                        "log_level_filter",
                        "log_mute_state",
                        "mem_shm_dump",
                        "raise_event",
                        "reset_all_statistics",
                        "reset_statistics");
    }

    /// What OpenSIPS does not read after the first line is not read here either.
    @Test
    void someIgnoreWhatFollowsTheFirstLine() {
        assertThat(mi())
                .filteredOn(spec -> !spec.mi().readsText())
                .extracting(CommandSpec::name)
                .containsExactly(
                        "arg",
                        "events_list",
                        "kill",
                        "list_blacklists",
                        "list_tcp_conns",
                        "ps",
                        "pwd",
                        "reset_all_statistics",
                        "uptime",
                        "version",
                        "which");
    }

    @Test
    void whatChangesNothingTakesReading() {
        assertThat(named(Access.WRITE))
                .allMatch(name -> name.startsWith("cfg.")
                        || name.equals("cnt.reset")
                        || name.equals("stats.reset_statistics")
                        || name.equals("stats.clear_statistics"))
                .contains("cfg.set", "cfg.seti", "cfg.commit", "cfg.rollback", "cfg.reset", "cfg.del", "cnt.reset")
                .doesNotContain("cfg.get", "cfg.list", "cfg.help", "cfg.diff");
    }

    private List<String> named(Access access) {
        return server.commands.list(Vocabulary.RPC).stream()
                .filter(spec -> spec.access() == access)
                .map(CommandSpec::name)
                .toList();
    }

    @Test
    void onlyShmmemMayTakeItsTime() {
        assertThat(server.commands.list(Vocabulary.RPC))
                .filteredOn(spec -> spec.execution() == Execution.BLOCKING)
                .extracting(CommandSpec::name)
                .containsExactly("core.shmmem");
    }

    @Test
    void eachSaysInOneLineWhatItDoes() {
        assertThat(server.commands.list(Vocabulary.RPC))
                .allSatisfy(spec -> assertThat(spec.summary()).matches("[A-Z].{8,98}\\."));
        assertThat(mi()).allSatisfy(spec -> assertThat(spec.summary()).matches("[A-Z].{8,98}\\."));
    }
}
