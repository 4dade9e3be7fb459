package org.wirechief.wire.ctlfifo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Elements;
import org.wirechief.core.Fault;
import org.wirechief.core.Members;
import org.wirechief.core.Octets;
import org.wirechief.core.Reply;
import org.wirechief.wire.ReplyBuffer;

final class CtlFifoReplyTest {

    @Test
    void nothing() {
        assertThat(Lines.answer(Reply::ok)).isEqualTo("200 OK\n");
    }

    @Test
    void values() {
        assertThat(Lines.answer(reply -> {
                    reply.add(-5);
                    reply.add(true);
                    reply.add(0.1);
                    reply.add("a\nb\rc\td\\e\0f:g,h");
                    reply.nil();
                    reply.blob(Octets.of("b"));
                    reply.line("one");
                    reply.line("two");
                    reply.add("");
                }))
                .isEqualTo("200 OK\n-5\n1\n0.100000\na\\nb\\rc\\td\\\\e\\0f:g,h\n<null string>\nb\none\ntwo\n\n");
    }

    @Test
    void numbersThatAreNone() {
        assertThat(Lines.answer(reply -> {
                    reply.add(Double.NaN);
                    reply.add(Double.POSITIVE_INFINITY);
                    reply.add(Double.NEGATIVE_INFINITY);
                }))
                .isEqualTo("200 OK\nnan\ninf\n-inf\n");
    }

    @Test
    void aStructIsALineInOrder() {
        assertThat(Lines.answer(reply -> reply.struct(s -> {
                    s.put("a:b", 1);
                    s.put("c,d", "x:y,z\\");
                    s.put("e", 2.5);
                    s.put("a:b", true);
                    s.nil(Octets.of("n"));
                })))
                .isEqualTo("200 OK\na\\ob:1,c\\cd:x\\oy\\cz\\\\,e:2.500000,a\\ob:1,n:<null string>\n");
    }

    @Test
    void whatNestsIsMarked() {
        assertThat(Lines.answer(reply -> {
                    reply.struct(s -> {
                        s.put("count", 2);
                        s.struct("inner", in -> {
                            in.put("port", "{*}");
                            in.struct("deep", deep -> {});
                        });
                        s.array("list", list -> {
                            list.add(1);
                            list.add("a,b");
                            list.struct(in -> in.put("x", 1));
                        });
                    });
                    reply.array(list -> {
                        list.add(1);
                        list.array(inner -> inner.add(2));
                    });
                }))
                .isEqualTo(
                        "200 OK\ncount:2,inner:\\{port:{*},deep:\\{\\}\\},list:\\[1,a\\cb,\\{x:1\\}\\]\n\\[1,\\[2\\]\\]\n");
    }

    @Test
    void rowsAreStructs() {
        assertThat(Lines.answer(reply -> reply.rows("Processes", "Process", rows -> {
                    rows.row(row -> row.attr("ID", 0));
                    rows.row(row -> row.rows("Sockets", "Socket", inner -> inner.row(r -> r.attr("port", "5060"))));
                })))
                .isEqualTo("200 OK\nID:0\nSockets:\\[\\{port:5060\\}\\]\n");
    }

    @Test
    void aFaultIsOneLineAndTheFirstOne() {
        assertThat(Lines.answer(reply -> {
                    reply.add("gone");
                    reply.fault(400, "no such\nthing\n\n");
                    reply.fault(500, "later");
                    reply.add("ignored");
                }))
                .isEqualTo("400 no such\\nthing\n");
    }

    @Test
    void aFaultWithinAStructTakesItBack() {
        ReplyBuffer out = new ReplyBuffer();
        CtlFifoReply reply = new CtlFifoReply(out, CtlFifoRules.DEFAULTS);
        assertThatThrownBy(() -> reply.struct(s -> {
                    s.put("a", 1);
                    throw Fault.aboutArgument(400, "Invalid parameter value on line 2");
                }))
                .isInstanceOfSatisfying(Fault.class, reply::fault);

        assertThat(Lines.text(out)).isEqualTo("400 Invalid parameter value on line 2\n");
        assertThat(reply.isFault()).isTrue();
    }

    @Test
    void aLongReasonIsCutBetweenCharactersAndEscapes() {
        assertThat(Lines.answer(reply -> reply.fault(400, "x".repeat(2000))))
                .isEqualTo("400 " + "x".repeat(1023) + "\n");
        assertThat(Lines.answer(reply -> reply.fault(400, "x" + "é".repeat(600))))
                .hasSize(4 + 1023 + 1);
        assertThat(Lines.answer(reply -> reply.fault(400, "é".repeat(600)))).hasSize(4 + 1022 + 1);
        assertThat(Lines.answer(reply -> reply.fault(400, "\\".repeat(600))))
                .isEqualTo("400 " + "\\".repeat(1022) + "\n");
    }

    @Test
    void anAnswerBeyondTheLimitIsAFault() {
        var rules = CtlFifoRules.DEFAULTS.withMaxReply(4096);
        Consumer<Reply> large = reply -> {
            for (int i = 0; i < 1000; i++) {
                reply.struct(s -> s.put("member", "x".repeat(20)));
            }
        };

        assertThat(Lines.answer(rules, large))
                .startsWith("500 Internal Server Error: ")
                .endsWith("may be\n");
        assertThat(Lines.answer(rules.withCompat(true), large)).startsWith("500 Internal Server Error: ");
    }

    @Test
    void hostileDepthIsAFault() {
        assertThat(Lines.answer(reply -> reply.array(top -> nest(top, 100)))).startsWith("500 Internal Server Error: ");
    }

    private static void nest(Elements inside, int more) {
        if (more > 0) {
            inside.array(next -> nest(next, more - 1));
        }
    }

    @Test
    void whatFollowsIsKeptInOrder() {
        List<String> done = new ArrayList<>();
        CtlFifoReply reply = new CtlFifoReply(new ReplyBuffer(), CtlFifoRules.DEFAULTS);
        reply.afterSend(() -> done.add("first"));
        reply.afterSend(() -> done.add("second"));
        reply.afterSend().forEach(Runnable::run);

        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void asKamailioWritesIt() {
        assertThat(Lines.answer(Lines.COMPAT, reply -> {
                    reply.add(-5);
                    reply.line("one");
                    reply.line("two");
                }))
                .isEqualTo("200 OK\n18446744073709551611\nonetwo");
    }

    /// `fifo/*/aliases_list`
    @Test
    void structsAsKamailioWritesThem() {
        assertThat(Lines.answer(
                        Lines.COMPAT,
                        reply -> reply.struct(s -> {
                            s.struct("aliases", all -> {
                                all.struct("alias", a -> {
                                    a.put("proto", "udp");
                                    a.put("address", "second.example.test");
                                    a.put("port", 15060);
                                });
                                all.struct("alias", a -> {
                                    a.put("proto", "*");
                                    a.put("address", "example.test");
                                    a.put("port", "*");
                                });
                            });
                            s.put("myself_callbacks", "no");
                        })))
                .isEqualTo("200 OK\nmyself_callbacks:no,aliases:alias:port:15060,address:second.example.test,"
                        + "proto:udp,alias:port:*,address:example.test,proto:*\n");
    }

    @Test
    void unknownAndMalformed() {
        ReplyBuffer out = new ReplyBuffer();
        CtlFifoFault.unknown(out, Octets.of("no.such"), CtlFifoRules.DEFAULTS);
        CtlFifoFault.malformed(out, "what is wrong", CtlFifoRules.DEFAULTS);
        CtlFifoFault.malformed(out, "what is wrong", Lines.COMPAT);

        assertThat(Lines.text(out)).isEqualTo("500 Command 'no.such' not found\n400 what is wrong\n200 OK\n");
    }

    /// As `reply.fault(500, e.getMessage())` has it of an exception without one.
    @Test
    @SuppressWarnings("NullAway") // what programs do that no tool checks
    void aFaultWithoutAReasonIsAnEmptyOne() {
        assertThat(Lines.answer(reply -> {
                    reply.add(1);
                    reply.fault(404, null);
                }))
                .isEqualTo("404 \n");
    }

    /// A command may leave a thread behind that goes on answering: the next answer is another's.
    @Test
    void whatIsAddedAfterTheEndIsIgnored() {
        ReplyBuffer out = new ReplyBuffer();
        CtlFifoReply reply = new CtlFifoReply(out, CtlFifoRules.DEFAULTS);
        List<Members> inside = new ArrayList<>();
        reply.struct(members -> {
            members.put("a", 1);
            inside.add(members);
        });
        reply.finish();

        reply.add(1);
        reply.line("late");
        reply.struct(members -> members.put("late", 2));
        reply.array(elements -> elements.add(3));
        inside.getFirst().put("late", "x");
        reply.fault(500, "late");

        assertThat(Lines.text(out)).isEqualTo("200 OK\na:1\n");
        assertThat(reply.isFault()).isFalse();
    }

    /// As in BINRPC and JSON, what a command could not finish is closed all the same.
    @Test
    void aStructThatBreaksOffEndsItsLine() {
        assertThat(Lines.answer(reply -> {
                    assertThatThrownBy(() -> reply.struct(s -> {
                                s.put("a", 1);
                                s.array("b", list -> {
                                    list.add(2);
                                    throw new IllegalStateException("on purpose");
                                });
                            }))
                            .isInstanceOf(IllegalStateException.class);
                    reply.add("next");
                }))
                .isEqualTo("200 OK\na:1,b:\\[2\\]\nnext\n");
    }
}
