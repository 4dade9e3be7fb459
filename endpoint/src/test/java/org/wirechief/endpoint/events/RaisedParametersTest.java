package org.wirechief.endpoint.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import org.wirechief.core.event.EventParameter;

class RaisedParametersTest {
    private static Value only(List<EventParameter> parameters) {
        assertThat(parameters).hasSize(1);
        return parameters.getFirst().value();
    }

    private static Value ofObject(String json) {
        return only(Objects.requireNonNull(RaisedParameters.ofText(Octets.of("{\"k\":" + json + "}"))));
    }

    private static Value ofArray(String json) {
        return only(Objects.requireNonNull(RaisedParameters.ofArrayText(Octets.of("[" + json + "]"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "x"         | x
            7           | 7
            -0          | -0
            -0.0        | -0.0
            0.10        | 0.10
            true        | true
            false       | false
            [1,"b"]     | [1,"b"]
            {"a":null}  | {"a":null}
            """)
    void elementsOfAnArrayArriveAsTheirText(String json, String text) {
        assertThat(ofArray(json)).isEqualTo(Value.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"a\",null]", "[null]", "{}", "5", "no JSON"})
    void nullInAnArrayIsRefused(String json) {
        assertThat(RaisedParameters.ofArrayText(Octets.of(json))).isNull();
    }

    @Test
    void elementsThatCameOtherwiseArriveAsTheirTextToo() {
        List<Value> elements = List.of(
                Value.of("a"),
                Value.of(1),
                Value.of(2.50),
                Value.of(-0.0),
                Value.of(0.0),
                Value.of(true),
                new Value.Arr(List.of(Value.of(1), new Value.Nil())));

        assertThat(RaisedParameters.ofArray(elements))
                .extracting(one -> one.value().asText())
                .containsExactly("a", "1", "2.5", "-0", "0", "true", "[1,null]");
        assertThat(RaisedParameters.ofArray(List.of(new Value.Nil()))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0", "-0.0", "-0e5", "-1e-400", "1e400", "0.3333333333"})
    void aNumberOfAnObjectThatWouldLoseSomethingIsItsText(String number) {
        assertThat(ofObject(number)).isEqualTo(Value.of(number));
    }

    @Test
    void othersAreNumbers() {
        assertThat(ofObject("0")).isEqualTo(Value.of(0));
        assertThat(ofObject("-5")).isEqualTo(Value.of(-5));
        assertThat(ofObject("0.0")).isEqualTo(Value.of(0.0));
        assertThat(ofObject("-2.75")).isEqualTo(Value.of(-2.75));
    }
}
