package org.wirechief.server.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.ListResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.net.LinuxThread;

class JournalTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Journal journal = new Journal(written);
    private final Logger log = journal.getLogger("org.wirechief.server.X", JournalTest.class.getModule());

    @ParameterizedTest
    @CsvSource({"ERROR, 3", "WARNING, 4", "INFO, 6", "DEBUG, 7", "TRACE, 7"})
    void eachLevelHasItsPriority(Level level, int priority) {
        journal.level(priority);
        log.log(level, "text");
        journal.level(priority - 1);
        log.log(level, "not this");

        assertThat(written()).isEqualTo("<" + priority + ">server.X: text\n");
        assertThat(log.isLoggable(level)).isFalse();
    }

    @Test
    void informationIsLoggedAndDetailIsNotUntilAsked() {
        assertThat(log.isLoggable(Level.INFO)).isTrue();
        assertThat(log.isLoggable(Level.DEBUG)).isFalse();
        assertThat(log.isLoggable(Level.OFF)).isFalse();
    }

    @Test
    void aThreadMayHaveALevelOfItsOwn() throws InterruptedException {
        journal.level(LinuxThread.id(), 7);
        log.log(Level.DEBUG, "mine");
        Thread.ofPlatform().start(() -> log.log(Level.DEBUG, "another's")).join();
        Thread.ofVirtual().start(() -> log.log(Level.DEBUG, "a virtual one's")).join();
        journal.level(6);
        log.log(Level.DEBUG, "no longer");

        assertThat(written()).isEqualTo("<7>server.X: mine\n");
    }

    @Test
    void valuesFillThePattern() {
        log.log(Level.INFO, "{1} after {0}", "a", "b{0}");
        log.log(Level.INFO, "a plain {0}");
        log.log(Level.INFO, "a broken {", "x");
        log.log(Level.INFO, (String) null, "x");

        assertThat(written()).isEqualTo("""
                        <6>server.X: b{0} after a
                        <6>server.X: a plain {0}
                        <6>server.X: a broken {
                        <6>server.X: null
                        """);
    }

    @Test
    void aMessageCannotPassForTwo() {
        log.log(Level.INFO, "a\n<0>forged: b\r\tc\u001b[2J\u0000\u0085\u2028\u202e\ud800 \ud83d\udc0d \u00fc\\");

        assertThat(written())
                .isEqualTo("<6>server.X: a\\n<0>forged: b\\r\\tc\\u001b[2J\\u0000\\u0085\\u2028\\u202e\\ud800"
                        + " \ud83d\udc0d \u00fc\\\n");
    }

    @Test
    void aFailureShowsItsCausesAndOnDebugItsStack() {
        var failure = new IllegalStateException("upper", new IOException("low\ner"));
        log.log(Level.ERROR, "failed", failure);

        assertThat(written())
                .isEqualTo("<3>server.X: failed: java.lang.IllegalStateException: upper, caused by"
                        + " java.io.IOException: low\\ner\n");

        written.reset();
        journal.level(7);
        log.log(Level.ERROR, "failed", failure);

        assertThat(written())
                .startsWith("<3>server.X: failed: java.lang.IllegalStateException: upper\\n\\tat org.wirechief")
                .contains("Caused by: java.io.IOException")
                .hasLineCount(1)
                .endsWith("\n");
    }

    @Test
    void aRingOfCausesEnds() {
        var one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("two", one));
        log.log(Level.ERROR, "failed", one);

        assertThat(written()).hasLineCount(1).hasSizeLessThan(1000);
    }

    @Test
    void aLongMessageIsCut() {
        log.log(Level.INFO, "x".repeat(100_000));

        assertThat(written())
                .hasSize("<6>".length() + Journal.LIMIT + "...\n".length())
                .endsWith("xx...\n");
    }

    @Test
    void localizedMessagesAreLookedUp() {
        var bundle = new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return new Object[][] {{"key", "text of {0}"}};
            }
        };
        log.log(Level.INFO, bundle, "key", new Object[] {"x"});
        log.log(Level.INFO, bundle, "no key", new Object[] {"x"});

        assertThat(written()).isEqualTo("<6>server.X: text of x\n<6>server.X: no key\n");
    }

    @Test
    void foreignLoggersKeepTheirWholeName() {
        journal.getLogger("java.net.X", Object.class.getModule()).log(Level.WARNING, "text");

        assertThat(written()).isEqualTo("<4>java.net.X: text\n");
    }

    @Test
    void aStreamThatFailsStopsNobody() {
        var broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no reader");
            }
        };
        var brokenLog = new Journal(broken).getLogger("x", Object.class.getModule());

        assertThatCode(() -> brokenLog.log(Level.INFO, "text")).doesNotThrowAnyException();
    }

    @Test
    void eachConsumerCanBeSilencedOrToldLess() {
        List<String> heard = new ArrayList<>();
        journal.listener((_, _, message) -> heard.add(message));
        journal.standardError().mute(true);
        journal.event().most(4);
        log.log(Level.ERROR, "an error");
        log.log(Level.INFO, "information");
        journal.standardError().mute(false);
        journal.event().most(7);
        log.log(Level.INFO, "more");
        log.log(Level.DEBUG, "what nobody logs");

        assertThat(written()).isEqualTo("<6>server.X: more\n");
        assertThat(heard).containsExactly("an error", "more");
    }

    private String written() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
