package org.wirechief.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.core.ConfigError;
import org.wirechief.core.Value;
import org.wirechief.endpoint.ModuleDescription;
import org.wirechief.endpoint.Parameter;
import org.wirechief.endpoint.Parameter.Kind;

/// What the configuration reader relies on, of every parameter of this build.
class EveryParameterTest {
    private static final List<Value> ODD = List.of(
            Value.of(Long.MIN_VALUE),
            Value.of(Integer.MIN_VALUE),
            Value.of(-1),
            Value.of(0),
            Value.of(1),
            Value.of(Integer.MAX_VALUE),
            Value.of(1L << 32),
            Value.of(Long.MAX_VALUE),
            Value.of(""),
            Value.of(" "),
            Value.of(":"),
            Value.of("tcp:::"),
            Value.of("\n\t\u001b"),
            Value.of("x".repeat(100_000)));

    static Stream<ModuleDescription<?>> modules() {
        return Stream.concat(Stream.of(ServerParameters.MODULE), Standalone.withEveryModule().modules().stream());
    }

    @ParameterizedTest
    @MethodSource("modules")
    <P> void takesAnyValueOrRefusesItByName(ModuleDescription<P> module) {
        for (Parameter<P> parameter : module.parameters()) {
            for (Value value : ODD) {
                try {
                    assertThat(parameter.apply(module.initial(), module.name(), value))
                            .isNotNull();
                } catch (ConfigError e) {
                    assertThat(e).hasMessageStartingWith(module.name() + "." + parameter.name() + " = ");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    <P> void refusesTheWrongKind(ModuleDescription<P> module) {
        for (Parameter<P> parameter : module.parameters()) {
            if (parameter.kind() != Kind.INTEGER_OR_TEXT) {
                Value wrong = parameter.kind() == Kind.INTEGER ? Value.of("1") : Value.of(1);
                assertThatThrownBy(() -> parameter.apply(module.initial(), module.name(), wrong))
                        .as(parameter.name())
                        .isInstanceOf(ConfigError.class)
                        .hasMessageContaining("takes " + parameter.kind().words());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    <P> void namesItsParametersOnce(ModuleDescription<P> module) {
        assertThat(module.parameters())
                .extracting(Parameter::name)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).matches("[a-z][a-z0-9_]*"));
        assertThat(module.parameters())
                .extracting(Parameter::summary)
                .allSatisfy(text -> assertThat(text).isNotBlank());
    }
}
