package org.wirechief.wire.hep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.core.Octets;

/// Payloads in both forms. Texts are those of the vectors that are named.
class HepPayloadTest {
    private static final Octets COLON = Octets.of(":");
    private static final HepForm HASHES = new HepForm.Delimited(Octets.of("##"));

    @Test
    void requests() {
        HepPayload request = HepPayload.request(
                Octets.of("get_statistics"), Octets.of("datagram"), Octets.of("rcv_requests,fwd_requests"));

        // hep3-udp/args/0, hep3-udp-delim/args/0, hep3-udp-json/args/0
        assertWritten(request, HepForm.DELIMITED, "get_statistics:datagram:rcv_requests,fwd_requests");
        assertWritten(request, HASHES, "get_statistics##datagram##rcv_requests,fwd_requests");
        assertWritten(
                request,
                HepForm.JSON,
                "{\n\t\"command\":\t\"get_statistics\",\n\t\"backend\":\t\"datagram\","
                        + "\n\t\"parameters\":\t\"rcv_requests,fwd_requests\"\n}");
    }

    @Test
    void requestsWithoutParameters() {
        HepPayload request = HepPayload.request(Octets.of("version"), Octets.of("fifo"), Octets.of(""));

        // hep.h5udp.fifo_notification.1, hep.h6udp.fifo_version.1
        assertWritten(request, HepForm.DELIMITED, "version:fifo");
        assertWritten(request, HepForm.JSON, "{\n\t\"command\":\t\"version\",\n\t\"backend\":\t\"fifo\"\n}");
    }

    @Test
    void aZeroByteEndsATextOfJson() {
        HepPayload request =
                HepPayload.request(Octets.of(":nope\0\nfoo\nbar::baz\n"), Octets.of("datagram"), Octets.of(""));

        // hep3-udp/unknown/0, hep3-udp-json/unknown/0
        assertWritten(request, HepForm.DELIMITED, ":nope\0\nfoo\nbar::baz\n:datagram");
        assertThat(HepForm.JSON.write(request))
                .hasToString("{\n\t\"command\":\t\":nope\",\n\t\"backend\":\t\"datagram\"\n}");
    }

    @Test
    void repliesOfTheTextDialect() {
        HepPayload reply = HepPayload.reply(404, Octets.of("Not there"), Octets.of("404 Not there\n\n"));

        // hep3-udp/code/1, hep3-udp-json/code/1
        assertWritten(reply, HepForm.DELIMITED, "404:Not there:404 Not there\n\n");
        assertWritten(
                reply,
                HepForm.JSON,
                "{\n\t\"code\":\t\"404\",\n\t\"reason\":\t\"Not there\",\n\t\"reply\":\t\"404 Not there\\n\\n\"\n}");
    }

    @Test
    void aMissingReasonLeavesNoDelimiter() {
        HepPayload reply = HepPayload.reply(299, Octets.of(""), Octets.of("299 \n\n"));

        // spec mi-text §11.3, hep3-udp-json/code-noreason/1
        assertWritten(reply, HepForm.DELIMITED, "299:299 \n\n");
        assertWritten(reply, HepForm.JSON, "{\n\t\"code\":\t\"299\",\n\t\"reply\":\t\"299 \\n\\n\"\n}");
    }

    @Test
    void repliesOf3() {
        HepPayload reply = HepPayload.reply(Octets.of("{\"jsonrpc\":\"2.0\",\"result\":\"OK\",\"id\":1}"));

        // hep.h5udp.longparam.2, hep.h6udp.longparam.2
        assertWritten(reply, HepForm.DELIMITED, "{\"jsonrpc\":\"2.0\",\"result\":\"OK\",\"id\":1}");
        assertWritten(
                reply,
                HepForm.JSON,
                "{\n\t\"reply\":\t\"{\\\"jsonrpc\\\":\\\"2.0\\\",\\\"result\\\":\\\"OK\\\",\\\"id\\\":1}\"\n}");
    }

    @ParameterizedTest
    @CsvSource({
        "200:a:b:200 a:b, a:b, 200 a:b",
        "200:OK:Item, OK, Item",
        "500:command failed, command failed,",
        "200, , ",
        "200:, , ",
    })
    void aReasonEndsWhereTheStatusLineBegins(String text, String reason, String reply) {
        HepPayload read = HepPayload.read(Octets.of(text), COLON);

        assertThat(read.part("code")).contains(Octets.of(text.substring(0, 3)));
        assertThat(read.part("reason").map(Octets::toString).orElse(null)).isEqualTo(reason);
        assertThat(read.part("reply").map(Octets::toString).orElse(null)).isEqualTo(reply);
    }

    @ParameterizedTest
    @CsvSource({
        "hello",
        "''",
        "2000:OK",
        "{\"command\":1}",
        "{\"command\":\"x\"",
        "{\"command\":\"x\"}y",
        "{\"command\":\"x\",\"who\":\"y\"}",
        "a:b:c",
        "a:datagrams",
    })
    void whatHasNoFormIsAReply(String text) {
        HepPayload read = HepPayload.read(Octets.of(text), COLON);

        assertThat(read).isEqualTo(HepPayload.reply(Octets.of(text)));
    }

    @Test
    void parametersOfTheTextDialect() {
        // hep3-udp/empty-arg/0: a:: and b
        assertThat(HepParameters.ofText(Arrays.asList(null, Octets.of("b")), 127))
                .hasToString(",b");
        assertThat(HepParameters.ofText(List.of(Octets.of("a,b"), Octets.of("c")), 127))
                .hasToString("a,b,c");
        assertThat(HepParameters.ofText(List.of(), 127).isEmpty()).isTrue();
    }

    @Test
    void parametersOfJson() {
        // hep.hepdelim.nested.1: [["a"],"b",{"c":1},null,2.9]
        assertThat(HepParameters.ofJson(Arrays.asList(null, Octets.of("b"), null, null, Octets.of("2")), 127))
                .hasToString(",b,2");
        // hep.h5udp.bool_param.1: [true,2]
        assertThat(HepParameters.ofJson(Arrays.asList(null, Octets.of("2")), 127))
                .hasToString(",2");
    }

    @Test
    void parametersAreCut() {
        Octets parameters = HepParameters.ofText(
                List.of(Octets.of("local"), Octets.of("x".repeat(1000)), Octets.of("y".repeat(1000))),
                HepParameters.REFERENCE_MAX);

        assertThat(parameters).hasToString("local," + "x".repeat(121));
    }

    @Test
    void correlation() {
        HepCorrelation correlation = new HepCorrelation(0x01020304, 5, 6, -1);

        assertThat(correlation.text()).hasToString("MICORRBAMCAQUAAAAGAAAAAAAAAP////8=");
        assertThat(HepCorrelation.read(correlation.text())).contains(correlation);
        assertThat(HepCorrelation.read(Octets.of("MICORRBAMC"))).isEmpty();
        assertThat(HepCorrelation.read(Octets.of("MICORR(((("))).isEmpty();
        assertThat(HepCorrelation.read(Octets.of("call-id@host"))).isEmpty();
    }

    private static void assertWritten(HepPayload payload, HepForm form, String expected) {
        assertThat(form.write(payload)).hasToString(expected);
        Octets delimiter = form instanceof HepForm.Delimited(Octets told) ? told : COLON;
        assertThat(HepPayload.read(Octets.of(expected), delimiter)).isEqualTo(payload);
    }
}
