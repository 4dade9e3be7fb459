package org.wirechief.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
    private static Signature of(String presences) {
        List<Param> params = new ArrayList<>();
        for (String presence : presences.split(" ")) {
            String name = presence.toLowerCase(java.util.Locale.ROOT) + params.size();
            params.add(new Param(name, ParamType.TEXT, Param.Presence.valueOf(presence)));
        }
        return new Signature(params);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REQUIRED REQUIRED",
                "REQUIRED OPTIONAL OPTIONAL REPEATED",
                "REPEATED",
                "OPTIONAL",
                "REQUIRED ONE_OR_MORE"
            })
    void requiredComesBeforeOptionalBeforeRepeated(String presences) {
        assertThat(of(presences).params()).hasSize(presences.split(" ").length);
    }

    @ParameterizedTest
    @CsvSource({
        "OPTIONAL REQUIRED, 'required1', 'optional0'",
        "REPEATED REQUIRED, 'required1', 'repeated0'",
        "REQUIRED REPEATED OPTIONAL, 'optional2', 'repeated1'",
        "REPEATED REPEATED, 'repeated1', 'repeated0'",
        "OPTIONAL ONE_OR_MORE, 'one_or_more1', 'optional0'",
        "ONE_OR_MORE OPTIONAL, 'optional1', 'one_or_more0'"
    })
    void otherOrdersCannotBe(String presences, String second, String first) {
        assertThatThrownBy(() -> of(presences))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("parameter '" + second + "' cannot follow '" + first + "'");
    }

    @Test
    void itReadsAsHelpShowsIt() {
        Signature signature = new Signature(List.of(
                new Param("name", ParamType.TEXT, Param.Presence.REQUIRED),
                new Param("ttl", ParamType.INTEGER, Param.Presence.OPTIONAL),
                new Param("more", ParamType.ANY, Param.Presence.REPEATED)));

        assertThat(signature).hasToString("name:text [ttl:integer] [more:any ...]");
        assertThat(new Signature(List.of())).hasToString("");
        assertThat(new Param("name", ParamType.TEXT, Param.Presence.ONE_OR_MORE))
                .hasToString("name:text ...");
    }

    @Test
    void twoParametersOfOneNameAreRefused() {
        Param name = new Param("p", ParamType.TEXT, Param.Presence.REQUIRED);
        assertThatThrownBy(() -> new Signature(List.of(name, name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two parameters are named 'p': who names arguments could give only one of them");
    }
}
