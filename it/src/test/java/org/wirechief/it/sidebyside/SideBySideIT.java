package org.wirechief.it.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.it.chief.Chief;
import org.wirechief.it.kamailio.Kamailio;
import org.wirechief.it.live.TempFolder;

/// One scripted session, command lines of `kamcmd` and raw bytes, on Debian's Kamailio and on the
/// built `chief` with the same lines of configuration, the same paths and ports, over each carrier.
/// Whatever is answered must be the same, but for what a [Mask] names.
class SideBySideIT {
    /// The first is the defaults.
    @ParameterizedTest
    @ValueSource(strings = {"", """
                modparam("ctl", "autoconversion", 1)
                modparam("ctl", "binrpc_max_body_size", 64)
                modparam("ctl", "binrpc_struct_max_body_size", 16)
                """})
    void differOnlyInWhatMustDiffer(String parameters) throws Exception {
        try (TempFolder folder = TempFolder.create()) {
            Doors doors = Doors.in(folder);
            String ctl = doors.lines() + parameters;
            Map<String, String> theirs;
            try (Kamailio _ = Kamailio.start(MODULES + ctl, doors.streams())) {
                theirs = Session.with(doors).play();
            }
            Map<String, String> ours;
            try (Chief _ = doors.chief(folder, ctl)) {
                ours = Session.with(doors).play();
            }
            compare(theirs, ours);
        }
    }

    private static final String MODULES = """
            loadmodule "kex.so"
            loadmodule "cfg_rpc.so"
            loadmodule "counters.so"
            """;

    private static void compare(Map<String, String> theirs, Map<String, String> ours) {
        Set<Mask> idle = new TreeSet<>(Masks.ALL);
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(ours.keySet()).isEqualTo(theirs.keySet());
        theirs.forEach((step, theirAnswer) -> {
            String ourAnswer = ours.getOrDefault(step, "(not asked)");
            if (!ourAnswer.equals(theirAnswer)) {
                List<Mask> masks = Masks.of(step);
                idle.removeAll(masks);
                softly.assertThat(Masks.on(ourAnswer, masks)).as(step).isEqualTo(Masks.on(theirAnswer, masks));
            }
        });
        softly.assertAll();
        assertThat(idle).as("masks that cover no difference").isEmpty();
    }
}
