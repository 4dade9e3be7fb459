package org.wirechief.endpoint.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.core.Access;
import org.wirechief.core.ConfigError;
import org.wirechief.endpoint.access.Admission.Admitted;
import org.wirechief.endpoint.access.Admission.Refused;

final class AccessPolicyTest {
    private static final AccessPolicy INITIAL = AccessPolicy.initial("ctl");

    private static InetAddress ip(String literal) {
        return InetAddress.ofLiteral(literal);
    }

    @Test
    void atFirstThisMachineMayEverythingAndNobodyElseMayCall() {
        assertThat(INITIAL.of(ip("127.0.0.1"))).isEqualTo(new Admitted(Access.ADMIN));
        assertThat(INITIAL.of(ip("127.9.9.9"))).isEqualTo(new Admitted(Access.ADMIN));
        assertThat(INITIAL.of(ip("::1"))).isEqualTo(new Admitted(Access.ADMIN));
        assertThat(INITIAL.of(ip("192.0.2.7"))).isInstanceOf(Refused.class);
        assertThat(INITIAL.of(new UnixCaller("somebody", "users"))).isEqualTo(new Admitted(Access.ADMIN));
    }

    @Test
    void aRefusalNamesTheLineThatLetsThePeerInAndNobodyOut() {
        assertThat(INITIAL.of(ip("192.0.2.7")))
                .isEqualTo(new Refused(
                        "192.0.2.7",
                        "192.0.2.7 may not call: modparam(\"ctl\", \"allow_from\", \"127.0.0.0/8, ::1, 192.0.2.7\")"
                                + " lets it in"));
        assertThat(INITIAL.allowingAlso(AccessParameters.ranges("ctl", "10.0.0.0/8"))
                        .of(ip("192.0.2.7")))
                .isEqualTo(new Refused(
                        "192.0.2.7",
                        "192.0.2.7 may not call: modparam(\"ctl\", \"allow_from\", \"192.0.2.7\") lets it in"));
    }

    @Test
    void namesThatNobodyHasAreWarnedOf() {
        AccessPolicy named = INITIAL.withUsersToo(Set.of("root", "0", "54321", "nobody-by-that-name"))
                .withGroupsToo(Set.of("root", "no-such-group"));
        assertThat(named.warnings())
                .containsExactly(
                        "ctl.access_users: this machine's files know no user 'nobody-by-that-name'; correct it, or"
                                + " write the number of one from a directory service",
                        "ctl.access_groups: this machine's files know no group 'no-such-group'; correct it, or"
                                + " write the number of one from a directory service");
        assertThat(INITIAL.warnings()).isEmpty();
    }

    @Test
    void peersFromBeyondThisMachineReadOnlyUnlessToldOtherwise() {
        AccessPolicy open = INITIAL.allowingAlso(AccessParameters.ranges("ctl", "192.0.2.0/24, 127.0.0.1"));
        assertThat(open.of(ip("192.0.2.7"))).isEqualTo(new Admitted(Access.READ));
        assertThat(open.of(ip("127.0.0.1"))).isEqualTo(new Admitted(Access.ADMIN));
        assertThat(open.withLevel(Access.WRITE).of(ip("192.0.2.7"))).isEqualTo(new Admitted(Access.WRITE));
        assertThat(open.withLevel(Access.READ).of(ip("127.0.0.1"))).isEqualTo(new Admitted(Access.READ));
    }

    @Test
    void rangesThatAreGivenReplaceLoopbackAndAddUp() {
        AccessPolicy open = INITIAL.allowingAlso(AccessParameters.ranges("ctl", "192.0.2.0/24"))
                .allowingAlso(AccessParameters.ranges("ctl", "198.51.100.0/24"));
        assertThat(open.of(ip("127.0.0.1"))).isInstanceOf(Refused.class);
        assertThat(open.of(ip("192.0.2.1"))).isInstanceOf(Admitted.class);
        assertThat(open.of(ip("198.51.100.1"))).isInstanceOf(Admitted.class);
    }

    @Test
    void onceUsersAreNamedOnlyTheyRootAndTheServersOwnUserMayCall() {
        AccessPolicy named = INITIAL.withUsersToo(Set.of("op")).withGroupsToo(Set.of("voip"));
        assertThat(named.of(new UnixCaller("op", "users"))).isInstanceOf(Admitted.class);
        assertThat(named.of(new UnixCaller("other", "voip"))).isInstanceOf(Admitted.class);
        assertThat(named.of(new UnixCaller("root", "root"))).isInstanceOf(Admitted.class);
        assertThat(named.of(new UnixCaller(System.getProperty("user.name"), "x")))
                .isInstanceOf(Admitted.class);
        assertThat(named.of(new UnixCaller("other", "users")))
                .isEqualTo(new Refused(
                        "other",
                        "user other may not call: modparam(\"ctl\", \"access_users\", \"other\") lets them in"));
        assertThat(named.of(new UnixCaller("0", "0"))).isInstanceOf(Admitted.class);
        assertThat(named.of((UnixCaller) null)).isInstanceOf(Refused.class);
    }

    @Test
    void namesAndIdsStandForEachOther() {
        AccessPolicy byId = INITIAL.withUsersToo(Set.of("65534"));
        assertThat(byId.of(new UnixCaller("nobody", "x"))).isInstanceOf(Admitted.class);
        AccessPolicy byName = INITIAL.withUsersToo(Set.of("nobody"));
        assertThat(byName.of(new UnixCaller("65534", "x"))).isInstanceOf(Admitted.class);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/99, is not between /0 and /32",
        "example.test, is no IP address",
        "'', at least one name is needed",
        "', ,', at least one name is needed",
    })
    void rangesThatAreNoneAreRefused(String list, String problem) {
        assertThatThrownBy(() -> AccessParameters.ranges("ctl", list))
                .isInstanceOf(ConfigError.class)
                .hasMessageContaining("ctl.allow_from")
                .hasMessageContaining(problem);
    }

    @Test
    void aLevelThatIsNoneIsRefused() {
        assertThat(AccessParameters.level("ctl", "Admin")).isEqualTo(Access.ADMIN);
        assertThatThrownBy(() -> AccessParameters.level("ctl", "root"))
                .isInstanceOf(ConfigError.class)
                .hasMessage("ctl.access = root: allowed are read, write, admin");
    }
}
