package org.wirechief.wire.ctlfifo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.core.ParamType;
import org.wirechief.core.ProtocolError;

/// Parameters with `fifo_compat`, each as a captured Kamailio takes them.
final class CompatArgsTest {
    private static final CommandSpec TEXTS =
            CommandSpec.named("core.prints").repeated("text", ParamType.TEXT).run((_, _) -> {});
    private static final CommandSpec OPTIONAL = CommandSpec.named("cfg.get")
            .param("group", ParamType.TEXT)
            .optional("name", ParamType.TEXT)
            .run((_, _) -> {});

    /// `fifo/*/prints-0`, `prints-2`, `prints-4`, `echo-back-escapes`, `pipelined-params-bleed`
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                    | <null string>",
                "a;b;                  | b,b",
                "a;b;c;d;              | b,d,d",
                "-;a\\cf\\og;          | a:f,g,a:f,g",
                "-;x\\0y;              | x,x"
            })
    void repeated(String lines, String given) throws ProtocolError {
        assertThat(texts(TEXTS, ":core.prints:\n" + lines.replace(';', '\n') + "\n"))
                .isEqualTo(given);
    }

    @Test
    void readsOnIntoTheNextRequest() throws ProtocolError {
        CtlFifoRequest request = Lines.request(":core.prints:\n\n:core.version:\n\n", Lines.COMPAT);
        request.bind(TEXTS);

        assertThat(read(request)).containsExactly(":core.version:", ":core.version:");
        assertThat(request.usedTo()).isEqualTo(":core.prints:\n\n:core.version:\n\n".length());
    }

    /// `fifo/*/printi-hex`
    @Test
    void numbersAreWhatALineBeginsWith() throws ProtocolError {
        CommandSpec numbers = CommandSpec.named("core.printi")
                .repeated("number", ParamType.INTEGER)
                .run((_, _) -> {});
        CtlFifoRequest request =
                Lines.request(":core.printi:\n-\n0x1f\n-\n010\n-\n-5\n-\n12abc\n-\nabc\n\n", Lines.COMPAT);
        request.bind(numbers);
        List<Long> given = new ArrayList<>();
        while (request.args().hasNext()) {
            given.add(request.args().integer());
        }

        assertThat(given).containsExactly(31L, 8L, -5L, 12L, 0L, 0L);
    }

    /// `fifo/*/cfg-get`, `cfg-get-2lines`
    @ParameterizedTest
    @CsvSource({"core;-;debug;, 'core,debug'", "core;debug;, core"})
    void optional(String lines, String given) throws ProtocolError {
        CtlFifoRequest request = Lines.request(":cfg.get:\n" + lines.replace(';', '\n') + "\n", Lines.COMPAT);
        request.bind(OPTIONAL);
        List<String> texts = new ArrayList<>(List.of(request.args().text()));
        if (request.args().hasNext()) {
            texts.add(request.args().text());
        }

        assertThat(String.join(",", texts)).isEqualTo(given);
        assertThat(request.args().text(0)).isEqualTo("core");
    }

    /// `fifo/*/methodHelp-noparam`
    @Test
    void theBlankLineIsAParameter() throws ProtocolError {
        CommandSpec needsOne =
                CommandSpec.named("c").param("name", ParamType.TEXT).run((_, _) -> {});
        CtlFifoRequest request = Lines.request(":cccc:\n\n", Lines.COMPAT);
        request.bind(needsOne);

        assertThat(request.args().text()).isEmpty();
        assertThatThrownBy(() -> request.args().text()).isInstanceOf(Fault.class);
    }

    /// `fifo/*/echo`
    @Test
    void nothingConverts() throws ProtocolError {
        CtlFifoRequest request = Lines.request(":core.echo:\nabc\n\n", Lines.COMPAT);
        request.bind(TEXTS);

        assertThatThrownBy(() -> request.args().converting())
                .hasMessage("Server Internal Error (Invalid Formatting Character '.')");
    }

    private static String texts(CommandSpec spec, String text) throws ProtocolError {
        CtlFifoRequest request = Lines.request(text, Lines.COMPAT);
        request.bind(spec);
        return String.join(",", read(request));
    }

    private static List<String> read(CtlFifoRequest request) {
        List<String> given = new ArrayList<>();
        while (request.args().hasNext()) {
            given.add(request.args().text());
        }
        return given;
    }

    /// A slip of the command, not of its caller.
    @Test
    void nothingStandsBeforeTheFirst() throws ProtocolError {
        for (CtlFifoRules rules : List.of(CtlFifoRules.DEFAULTS, Lines.COMPAT)) {
            CtlFifoRequest request = Lines.request(":core.prints:\na\nb\n\n", rules);
            request.bind(TEXTS);

            assertThatThrownBy(() -> request.args().at(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }
}
