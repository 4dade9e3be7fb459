package org.wirechief.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeReplyTest {
    private final TreeReply reply = new TreeReply();

    private static Value.Struct struct(Object... namesAndValues) {
        List<Value.Member> members = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.add(new Value.Member((String) namesAndValues[i], (Value) namesAndValues[i + 1]));
        }
        return new Value.Struct(members);
    }

    private static Value.Arr array(Value... elements) {
        return new Value.Arr(List.of(elements));
    }

    @Test
    void linesAreAnArrayAlsoOfOne() {
        reply.lines(List.of("a"));

        assertThat(reply.value()).isEqualTo(new Value.Arr(List.of(Value.of("a"))));
    }

    @Test
    void itTakesTheFormThatIsNotText() {
        reply.inText(text -> text.line("wrong"), other -> other.add(1));
        reply.inOldText(old -> old.line("wrong"), now -> now.add(2));

        assertThat(reply.values()).containsExactly(Value.of(1), Value.of(2));
    }

    @Test
    void aNodeOfARowIsAMember() {
        reply.rows(
                "Lists",
                "List",
                lists -> lists.row(list -> {
                    list.value("name", "x");
                    list.node("Port", 5060);
                    list.node("Match", "y");
                }));

        assertThat(reply.value().at("Lists").at(0))
                .isEqualTo(new Value.Struct(List.of(
                        new Value.Member("name", Value.of("x")),
                        new Value.Member("Port", Value.of(5060)),
                        new Value.Member("Match", Value.of("y")))));
    }

    @Test
    void nothingIsNil() {
        assertThat(reply.value()).isEqualTo(new Value.Nil());
        assertThat(reply.values()).isEmpty();
    }

    @Test
    void oneValueIsItself() {
        reply.add(5);

        assertThat(reply.value()).isEqualTo(Value.of(5));
    }

    @Test
    void severalValuesAreAnArray() {
        reply.add(5);
        reply.add("x");
        reply.add(1.5);
        reply.add(true);
        reply.nil();
        reply.blob(Octets.of("raw"));

        assertThat(reply.value())
                .isEqualTo(array(
                        Value.of(5),
                        Value.of("x"),
                        Value.of(1.5),
                        Value.of(true),
                        new Value.Nil(),
                        new Value.Blob(Octets.of("raw"))));
    }

    @Test
    void structsAndArraysNestAndKeepTheirOrder() {
        reply.struct(s -> {
            s.put("n", 1);
            s.array("list", a -> {
                a.add("x");
                a.struct(inner -> inner.put("n", 2.5));
                a.array(inner -> inner.add(false));
            });
            s.struct("n", inner -> inner.put("t", "text"));
            s.put("yes", true);
        });

        assertThat(reply.value())
                .isEqualTo(struct(
                        "n", Value.of(1),
                        "list", array(Value.of("x"), struct("n", Value.of(2.5)), array(Value.of(false))),
                        "n", struct("t", Value.of("text")),
                        "yes", Value.of(true)));
    }

    @Test
    void aWholeValueIsAddedAsItIs() {
        Value whole = struct(
                "all",
                array(
                        new Value.Nil(),
                        Value.of(true),
                        Value.of(1),
                        Value.of(1.5),
                        Value.of("t"),
                        new Value.Blob(Octets.of("b")),
                        array(),
                        struct("in", array(Value.of(2)))));

        reply.add(whole);
        reply.struct(s -> s.put("whole", whole));

        assertThat(reply.values()).containsExactly(whole, struct("whole", whole));
    }

    @Test
    void rowsAreAnArrayOfStructsAndNest() {
        reply.rows("Processes", "Process", rows -> {
            rows.row(row -> {
                row.value("name", "attendant");
                row.attr("ID", 0);
                row.rows("Sockets", "Socket", inner -> inner.row(socket -> socket.attr("proto", "tcp")));
            });
            rows.row(row -> row.attr("ID", 1));
        });

        assertThat(reply.value())
                .isEqualTo(struct(
                        "Processes",
                        array(
                                struct(
                                        "name", Value.of("attendant"),
                                        "ID", Value.of(0),
                                        "Sockets", array(struct("proto", Value.of("tcp")))),
                                struct("ID", Value.of(1)))));
    }

    @Test
    void linesAndOkAreText() {
        reply.line("one");
        reply.ok();

        assertThat(reply.values()).containsExactly(Value.of("one"), Value.of("OK"));
    }

    @Test
    void aFaultTakesBackTheAnswer() {
        reply.add(1);
        reply.fault(400, "no");
        reply.add(2);

        assertThatThrownBy(reply::value).isInstanceOfSatisfying(Fault.class, fault -> {
            assertThat(fault.code()).isEqualTo(400);
            assertThat(fault.reason()).isEqualTo("no");
        });
        assertThatThrownBy(reply::values).isInstanceOf(Fault.class);
    }

    @Test
    void theFirstFaultIsTheAnswer() {
        Fault first = Fault.aboutArgument(400, "first");
        reply.fault(first);
        reply.fault(500, "second");

        assertThatThrownBy(reply::value).isSameAs(first);
    }

    @Test
    void whatIsLeftToDoIsDoneOnceAfterSending() {
        List<String> done = new ArrayList<>();
        reply.afterSend(() -> done.add("first"));
        reply.afterSend(() -> done.add("second"));
        assertThat(done).isEmpty();

        reply.sent();
        reply.sent();

        assertThat(done).containsExactly("first", "second");
    }
}
