package org.wirechief.wire.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.wire.ReplyBuffer;

class JsonLayoutTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "1 | 1",
                "[] | []",
                "{} | {~}",
                "[1,2] | [1, 2]",
                "{\"a\":1,\"b\":[]} | {~>\"a\":>1,~>\"b\":>[]~}",
                "{\"a\":{}} | {~>\"a\":>{~>}~}",
                "[{},{\"a\":[{\"b\":1},2]}] | [{~>}, {~>>\"a\":>[{~>>>>\"b\":>1~>>>}, 2]~>}]",
                "{\"a,:\\\"{\":\"\\\\\"} | {~>\"a,:\\\"{\":>\"\\\\\"~}"
            })
    void laysOut(String compact, String expected) {
        byte[] bytes = compact.getBytes(UTF_8);
        ReplyBuffer out = new ReplyBuffer();

        JsonLayout.pretty(bytes, 0, bytes.length, out);

        assertThat(new String(out.bytes(), 0, out.size(), UTF_8))
                .isEqualTo(expected.replace('~', '\n').replace('>', '\t'));
    }
}
