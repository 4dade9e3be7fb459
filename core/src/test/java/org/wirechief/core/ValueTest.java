package org.wirechief.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTest {
    private static final Value STRUCT = new Value.Struct(List.of(
            new Value.Member("a", Value.of(1)),
            new Value.Member("b", Value.of("two")),
            new Value.Member("a", Value.of(3))));
    private static final Value ARRAY = new Value.Arr(List.of(Value.of("x"), Value.of(2.5)));

    @Test
    void aMemberIsFoundByName() {
        assertThat(STRUCT.at("b")).isEqualTo(Value.of("two"));
    }

    @Test
    void ofMembersWithOneNameTheFirstIsFound() {
        assertThat(STRUCT.at("a")).isEqualTo(Value.of(1));
        assertThat(STRUCT.at(2)).isEqualTo(Value.of(3));
    }

    @Test
    void anElementIsFoundByIndex() {
        assertThat(ARRAY.at(1)).isEqualTo(Value.of(2.5));
    }

    @Test
    void aMissingMemberNamesThoseThatAreThere() {
        assertThatThrownBy(() -> STRUCT.at("c"))
                .isInstanceOf(ValueShapeException.class)
                .hasMessage("no member 'c' in a struct with members {a, b, a}");
    }

    @Test
    void aMissingMemberOfSomethingElseNamesThat() {
        assertThatThrownBy(() -> ARRAY.at("c")).hasMessage("no member 'c' in an array of 2");
        assertThatThrownBy(() -> Value.of(5).at("c")).hasMessage("no member 'c' in the integer 5");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2})
    void anElementOutsideIsMissing(int index) {
        assertThatThrownBy(() -> ARRAY.at(index)).hasMessage("no element " + index + " in an array of 2");
    }

    @Test
    void aScalarHasNoElements() {
        assertThatThrownBy(() -> Value.of("x").at(0)).hasMessage("no element 0 in the text 'x'");
    }

    static List<Value> sevens() {
        return List.of(Value.of(7), Value.of(7.0), Value.of("7"));
    }

    @ParameterizedTest
    @MethodSource("sevens")
    void anIntegerMayHaveTravelledAsRealOrText(Value seven) {
        assertThat(seven.asLong()).isEqualTo(7);
        assertThat(seven.asDouble()).isEqualTo(7.0);
    }

    @Test
    void integersAre64BitsWide() {
        assertThat(Value.of(Long.MIN_VALUE).asLong()).isEqualTo(Long.MIN_VALUE);
        assertThat(Value.of("9223372036854775807").asLong()).isEqualTo(Long.MAX_VALUE);
    }

    static List<Value> noIntegers() {
        return List.of(
                Value.of(7.5),
                Value.of(Double.NaN),
                Value.of(0x1p63),
                Value.of("7 "),
                Value.of(""),
                Value.of("9223372036854775808"),
                new Value.Nil(),
                new Value.Blob(Octets.of("7")),
                ARRAY,
                STRUCT);
    }

    @ParameterizedTest
    @MethodSource("noIntegers")
    void whatIsNoIntegerIsNotTakenForOne(Value value) {
        assertThatThrownBy(value::asLong)
                .isInstanceOf(ValueShapeException.class)
                .hasMessageStartingWith("not an integer: ");
    }

    @Test
    void theErrorSaysWhatIsThere() {
        assertThatThrownBy(Value.of(7.5)::asLong).hasMessage("not an integer: the number 7.5");
        assertThatThrownBy(Value.of("x")::asLong).hasMessage("not an integer: the text 'x'");
        assertThatThrownBy(new Value.Nil()::asLong).hasMessage("not an integer: nothing");
        assertThatThrownBy(new Value.Blob(Octets.of("abc"))::asLong).hasMessage("not an integer: 3 raw bytes");
        assertThatThrownBy(Value.of(true)::asDouble).hasMessage("not a number: the boolean true");
        assertThatThrownBy(Value.of("x")::asDouble).hasMessage("not a number: the text 'x'");
        assertThatThrownBy(ARRAY::asText).hasMessage("not text: an array of 2");
        assertThatThrownBy(STRUCT::asText).hasMessage("not text: a struct with members {a, b, a}");
    }

    @Test
    void scalarsHaveAText() {
        assertThat(Value.of("abc").asText()).isEqualTo("abc");
        assertThat(Value.of(-5).asText()).isEqualTo("-5");
        assertThat(Value.of(1.5).asText()).isEqualTo("1.5");
        assertThat(Value.of(false).asText()).isEqualTo("false");
        assertThat(new Value.Blob(Octets.of("raw")).asText()).isEqualTo("raw");
        assertThat(new Value.Nil().asText()).isEmpty();
    }

    @Test
    void valuesDoNotChangeWithTheListTheyWereMadeFrom() {
        List<Value> elements = new ArrayList<>(List.of(Value.of(1)));
        Value array = new Value.Arr(elements);
        elements.clear();

        assertThat(array.at(0)).isEqualTo(Value.of(1));
    }
}
