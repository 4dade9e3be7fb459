package org.wirechief.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What each module must not know. The module descriptors hold most arrows; here stands the rest.
class HouseTest {
    private static final JavaClasses BUILT = BuiltClasses.ofAllModules();

    @Test
    void everyModuleIsLookedAt() {
        var found = BUILT.stream().map(c -> c.getPackageName().split("\\.")[2]).toList();

        assertThat(found).containsAll(BuiltClasses.MODULES);
    }

    @ParameterizedTest
    @CsvSource({
        "core,",
        "wire, core",
        "net,",
        "endpoint, core wire net",
        "server, core endpoint net",
        "client, core wire net",
        "cli, client core wire net",
        "app, server cli client core endpoint",
        "testkit,",
        "examples, server client core endpoint"
    })
    void arrows(String module, String known) {
        MustNotKnow.otherModules(module, known == null ? List.of() : List.of(known.split(" ")))
                .check(BUILT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "wire"})
    void neitherIoNorThreads(String module) {
        MustNotKnow.io("org.wirechief." + module + "..").check(BUILT);
        MustNotKnow.threads("org.wirechief." + module + "..").check(BUILT);
    }

    @Test
    void coreHasNoClock() {
        MustNotKnow.clocks("org.wirechief.core..").check(BUILT);
    }

    @Test
    void dialectsDoNotKnowEachOther() {
        MustNotKnow.siblings("org.wirechief.wire", List.of("org.wirechief.wire.json"))
                .check(BUILT);
    }

    @Test
    void endpointsDoNotKnowEachOther() {
        MustNotKnow.siblings(
                        "org.wirechief.endpoint",
                        List.of(
                                "org.wirechief.endpoint.access",
                                "org.wirechief.endpoint.calls",
                                "org.wirechief.endpoint.trace",
                                "org.wirechief.endpoint.traffic",
                                "org.wirechief.endpoint.mi"))
                .check(BUILT);
    }

    @Test
    void packagesHaveNoCycles() {
        MustNotKnow.cycles("org.wirechief").check(BUILT);
    }
}
