package org.wirechief.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DispatchTest {
    // Kept here: a logger nobody holds forgets its handlers.
    private static final Logger LOGGER = Logger.getLogger(Dispatch.class.getName());

    private final Log log = new Log(new ArrayList<>());

    @BeforeEach
    void listen() {
        LOGGER.setUseParentHandlers(false);
        LOGGER.addHandler(log);
    }

    @AfterEach
    void stopListening() {
        LOGGER.removeHandler(log);
        LOGGER.setUseParentHandlers(true);
    }

    private static TreeReply run(Command body, Middleware... around) {
        CommandSpec spec = CommandSpec.named("demo.it").run(body);
        TreeReply reply = new TreeReply();
        new Dispatch(new Commands(List.of(spec)), List.of(around)).run(spec, new NoCall("test"), reply);
        return reply;
    }

    @Test
    void theAnswerIsInTheReply() {
        assertThat(run((_, reply) -> reply.add("hello")).value()).isEqualTo(Value.of("hello"));
    }

    @Test
    void whatACallerAsksForIsFoundInItsVocabulary() {
        CommandSpec spec = CommandSpec.named("a").vocabulary(Vocabulary.RPC).run((_, _) -> {});
        Dispatch dispatch = new Dispatch(new Commands(List.of(spec)), List.of());

        assertThat(dispatch.find(Vocabulary.RPC, Octets.of("a"))).isSameAs(spec);
        assertThat(dispatch.find(Vocabulary.MI, Octets.of("a"))).isNull();
    }

    @Test
    void aThrownFaultIsTheAnswerAndNoAccident() {
        Fault fault = Fault.aboutArgument(400, "argument 0");
        TreeReply reply = run((_, r) -> {
            r.add(1);
            throw fault;
        });

        assertThatThrownBy(reply::value).isSameAs(fault);
        assertThat(log.records()).isEmpty();
    }

    static Stream<Throwable> accidents() {
        return Stream.of(
                new IllegalStateException("broken"),
                new IOException("disk"),
                new AssertionError("never"),
                new OutOfMemoryError("thrown by a test"),
                new Error("of no known kind"),
                new NoClassDefFoundError("gone"));
    }

    @ParameterizedTest
    @MethodSource("accidents")
    void anythingElseIsA500AndALineInTheLog(Throwable accident) {
        TreeReply reply = run((_, _) -> sneak(accident));

        assertIsInternalError(reply);
        assertThat(log.records()).singleElement().satisfies(record -> {
            assertThat(record.getLevel().getName()).isEqualTo("SEVERE");
            assertThat(record.getMessage()).isEqualTo("command demo.it failed: " + accident);
            assertThat(record.getThrown()).isSameAs(accident);
        });
    }

    @Test
    void anEndlessRecursionIsAnAccidentToo() {
        assertIsInternalError(run((_, _) -> endless(0)));
        assertThat(log.records()).hasSize(1);
    }

    @Test
    void anInterruptIsPassedOn() {
        TreeReply reply = run((_, _) -> {
            throw new InterruptedException();
        });

        assertThat(Thread.interrupted()).isTrue();
        assertIsInternalError(reply);
    }

    @Test
    void middlewareStandsAroundTheCommandInItsOrder() {
        List<String> steps = new ArrayList<>();
        run((_, _) -> steps.add("command"), step(steps, "outer"), step(steps, "inner"));

        assertThat(steps).containsExactly("before outer", "before inner", "command", "after inner", "after outer");
    }

    @Test
    void middlewareSeesTheCommandAndMayAnswerInItsPlace() {
        List<String> steps = new ArrayList<>();
        TreeReply reply = run(
                (_, _) -> steps.add("command"),
                (spec, _, r, _) -> r.fault(403, spec.name() + " is not for you"),
                step(steps, "inner"));

        assertThat(steps).isEmpty();
        assertThatThrownBy(reply::value).hasMessage("demo.it is not for you");
    }

    @Test
    void middlewareGoesOnAfterACommandThatFailed() {
        List<String> steps = new ArrayList<>();
        run(
                (_, _) -> {
                    throw new IllegalStateException("broken");
                },
                step(steps, "audit"));

        assertThat(steps).containsExactly("before audit", "after audit");
    }

    @Test
    void middlewareThatFailsIsA500() {
        TreeReply reply = run((_, _) -> {}, (_, _, _, _) -> {
            throw new IllegalStateException("audit is full");
        });

        assertIsInternalError(reply);
        assertThat(log.records()).hasSize(1);
    }

    private static void assertIsInternalError(TreeReply reply) {
        assertThatThrownBy(reply::value).isInstanceOfSatisfying(Fault.class, fault -> {
            assertThat(fault.code()).isEqualTo(500);
            assertThat(fault.reason()).isEqualTo("Internal Server Error");
        });
    }

    private static Middleware step(List<String> steps, String name) {
        return (spec, call, reply, next) -> {
            steps.add("before " + name);
            next.proceed(spec, call, reply);
            steps.add("after " + name);
        };
    }

    private static void sneak(Throwable accident) throws Exception {
        switch (accident) {
            case Exception e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalArgumentException(accident);
        }
    }

    private static int endless(int depth) {
        return depth < 0 ? 0 : endless(depth + 1) + 1;
    }

    /// A call that nobody looks into.
    private static final class Log extends Handler {
        private final List<LogRecord> records;

        Log(List<LogRecord> records) {
            this.records = records;
        }

        List<LogRecord> records() {
            return records;
        }

        @Override
        public void publish(LogRecord record) {
            records.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
