package org.wirechief.it.eventdatagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.core.Value;
import org.wirechief.core.event.EventParameter;
import org.wirechief.endpoint.eventdatagram.EventDatagram;

/// What callers raise arrives as they wrote it.
class RaiseEventIT {
    private static EventServer server;
    private static EventReceiver receiver;

    @BeforeAll
    static void start() throws Exception {
        server = EventServer.start(EventDatagram.json());
        receiver = EventReceiver.udp("127.0.0.1");
        server.subscribe("E_SCRIPT", receiver.name());
    }

    @AfterAll
    static void stop() throws Exception {
        receiver.close();
        server.close();
    }

    private static String params() throws Exception {
        return receiver.receive().text().replaceFirst("^\\{\"jsonrpc\":\"2.0\",\"method\":\"E_SCRIPT\",?(.*)}$", "$1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"s":"x","i":5,"neg":-7}                   | {"s":"x","i":5,"neg":-7}
            {"f":2.75,"e":1e3,"z":0}                   | {"f":2.750000,"e":1000,"z":0}
            {"third":0.3333333333,"tiny":1e-9}         | {"third":"0.3333333333","tiny":1.000000e-09}
            {"t":true,"fl":false,"n":null}             | {"t":"true","fl":"false","n":"null"}
            {"a":[1,"b"],"o":{"k":1}}                  | {"a":"[1,\\"b\\"]","o":"{\\"k\\":1}"}
            {"big":99999999999,"huge":9999999999999999999999,"inf":1e400} | {"big":99999999999,"huge":"9999999999999999999999","inf":"1e400"}
            {"k":1,"k":2}                              | {"k":1,"k":2}
            {"zero":-0.0,"int":-0}                     | {"zero":"-0.0","int":"-0"}
             { "k" : 1 } trailing                      | {"k":1}
            """)
    void everyTypeOfAnObjectArrivesAsSuchOrAsItsText(String written, String arrives) throws Exception {
        String text = written.replace("\\", "\\\\").replace("\"", "\\\"");

        assertThat(server.json("raise_event", "[\"E_SCRIPT\",\"" + text + "\"]"))
                .isEqualTo("\"result\":\"OK\"");

        assertThat(params()).isEqualTo("\"params\":" + arrives);
    }

    @Test
    void anArrayHasNoNamesAndNumbersAreText() throws Exception {
        assertThat(server.json("raise_event", "[\"E_SCRIPT\",[\"a\",1,2.7,-3,\"\"]]"))
                .isEqualTo("\"result\":\"OK\"");

        assertThat(params()).isEqualTo("\"params\":[\"a\",\"1\",\"2.7\",\"-3\",\"\"]");
    }

    @Test
    void whatIsNeitherTextNorNumberInAnArrayIsItsText() throws Exception {
        assertThat(server.json("raise_event", "[\"E_SCRIPT\",[true,[1,\"b\"],{\"k\":null},-0.0]]"))
                .isEqualTo("\"result\":\"OK\"");

        assertThat(params()).isEqualTo("\"params\":[\"true\",\"[1,\\\"b\\\"]\",\"{\\\"k\\\":null}\",\"-0.0\"]");
    }

    @Test
    void noDigitOfANumberIsLost() throws Exception {
        String numbers = "12345678901234567890,0.1234567890123456789,1e400,-9223372036854775808";
        assertThat(server.json("raise_event", "[\"E_SCRIPT\",[" + numbers + "]]"))
                .isEqualTo("\"result\":\"OK\"");
        assertThat(params()).isEqualTo("\"params\":[" + "\"" + numbers.replace(",", "\",\"") + "\"]");

        assertThat(server.json("raise_event", "[\"E_SCRIPT\",\"{\\\"a\\\":[" + numbers + "]}\"]"))
                .isEqualTo("\"result\":\"OK\"");
        assertThat(params()).isEqualTo("\"params\":{\"a\":\"[" + numbers + "]\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ["E_SCRIPT","{}"]
            ["E_SCRIPT",[]]
            ["E_SCRIPT"]
            {"event":"E_SCRIPT"}
            """)
    void nothingIsNoParameters(String params) throws Exception {
        assertThat(server.json("raise_event", params)).isEqualTo("\"result\":\"OK\"");

        assertThat(params()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ["E_NOPE"]                 | 404 | Event not registered
            ["E_PROBE","{\\"k\\":1}"]    | 480 | Temporarily Unavailable
            ["E_SCRIPT","no JSON"]     | 400 | Bad Params
            ["E_SCRIPT","[1]"]         | 400 | Bad Params
            ["E_SCRIPT",5]             | 400 | Bad Params
            ["E_SCRIPT",["a",null]]    | 400 | Bad Params
            ["E_SCRIPT",[null]]        | 400 | Bad Params
            ["E_SCRIPT",null]          | 400 | No Params
            ["E_SCRIPT",true]          | 400 | No Params
            ["E_SCRIPT",{"k":1}]       | 400 | No Params
            """)
    void whatCannotBeRaisedIsRefused(String params, int code, String message) throws Exception {
        assertThat(server.json("raise_event", params))
                .isEqualTo("\"error\":{\"code\":" + code + ",\"message\":\"" + message + "\"}");
    }

    @Test
    void aDatagramThatIsTooLongIsToldToTheRaiser() throws Exception {
        int room = 65457 - "{\"jsonrpc\":\"2.0\",\"method\":\"E_SCRIPT\",\"params\":[\"\"]}".length();
        server.source("E_SCRIPT").raise(EventParameter.unnamed(Value.of("x".repeat(room))));
        assertThat(receiver.receive().text()).hasSize(65457);

        // an event is longer than the request that raises it only where it escapes something
        assertThat(server.json("raise_event", "[\"E_SCRIPT\",[\"" + "\\u0001".repeat(10_700) + "\"]]"))
                .isEqualTo("\"result\":\"OK\"");
        receiver.receive();
        assertThat(server.json("raise_event", "[\"E_SCRIPT\",[\"" + "\u0001".repeat(11_000) + "\"]]"))
                .contains("\"code\":500")
                .containsPattern("the event E_SCRIPT takes 660\\d\\d bytes, and a datagram has at most 65457");
    }

    @Test
    void inTextEachArgumentIsAParameterWithItsName() throws Exception {
        assertThat(server.ask(":raise_event:\nE_SCRIPT\nip::192.168.2.11\nn::\"two\nlines\"\n"))
                .isEqualTo("200 OK\n\n");
        assertThat(params()).isEqualTo("\"params\":{\"ip\":\"192.168.2.11\",\"n\":\"two\\nlines\"}");

        assertThat(server.ask(":raise_event:\nE_SCRIPT\nvalue\n")).isEqualTo("200 OK\n\n");
        assertThat(params()).isEqualTo("\"params\":[\"value\"]");

        assertThat(server.ask(":raise_event:\nE_NOPE\n")).isEqualTo("404 Event not registered\n\n");
    }

    /// The names of OpenSIPS 4.0 (spec mi-json §16).
    @Test
    void theNamesOfFourDotZero() throws Exception {
        try (EventServer modern = EventServer.start(EventDatagram.json(), UnaryOperator.identity(), "4.0");
                EventReceiver udp = EventReceiver.udp("127.0.0.1")) {
            assertThat(modern.json("evi:subscribers", "[]")).isEqualTo("\"result\":{\"Events\":[]}");
            assertThat(modern.json("evi:subscribe", "[\"E_PIKE_BLOCKED\",\"" + udp.name() + "\"]"))
                    .isEqualTo("\"result\":\"OK\"");
            assertThat(modern.json("evi:raise", "[\"E_PIKE_BLOCKED\"]")).isEqualTo("\"result\":\"OK\"");
            assertThat(udp.receive().text()).isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"E_PIKE_BLOCKED\"}");
            assertThat(modern.json("evi:list", "[]")).contains("{\"name\":\"E_PIKE_BLOCKED\",\"id\":");
            assertThat(modern.json("raise_event", "[\"E_PIKE_BLOCKED\",\"{\\\"k\\\":true}\"]"))
                    .isEqualTo("\"result\":\"OK\"");
        }
    }
}
