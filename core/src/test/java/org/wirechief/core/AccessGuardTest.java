package org.wirechief.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AccessGuardTest {
    private record FromCaller(Origin origin) implements Call {
        @Override
        public Octets command() {
            return Octets.of("core.kill");
        }

        @Override
        public Args args() {
            throw new AssertionError("the guard asks for no argument");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "READ, READ, true",
        "READ, WRITE, false",
        "READ, ADMIN, false",
        "WRITE, READ, true",
        "WRITE, WRITE, true",
        "WRITE, ADMIN, false",
        "ADMIN, ADMIN, true",
    })
    void aCallPassesWhenItsCallerMayDoAsMuch(Access granted, Access needed, boolean passes) {
        AtomicInteger ran = new AtomicInteger();
        CommandSpec spec = CommandSpec.named("core.kill").access(needed).run((_, _) -> {});
        TreeReply reply = new TreeReply();

        new AccessGuard()
                .around(
                        spec,
                        new FromCaller(new Origin("ctl", "tcp", "192.0.2.7:4000", granted)),
                        reply,
                        (_, _, _) -> ran.incrementAndGet());

        assertThat(ran).hasValue(passes ? 1 : 0);
        if (!passes) {
            assertThatThrownBy(reply::value).isInstanceOfSatisfying(Fault.class, fault -> {
                assertThat(fault.code()).isEqualTo(403);
                assertThat(fault.reason())
                        .startsWith(
                                "command core.kill needs " + needed.word() + " access and you have " + granted.word())
                        .contains("modparam(\"ctl\", \"access\", \"" + needed.word() + "\")");
            });
        }
    }
}
