package org.wirechief.client;

import java.util.Arrays;
import java.util.List;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.ctlfifo.CtlFifoAnswer;
import org.wirechief.wire.ctlfifo.CtlFifoCall;

/// The line protocol of `ctl`. Its answers end where the server closes the FIFO.
final class CtlFifoSpeech implements FifoSpeech {
    @Override
    public int number() {
        return 0;
    }

    @Override
    public byte[] request(Exchange call, int number, String replyName) {
        ReplyBuffer out = new ReplyBuffer();
        CtlFifoCall.write(
                out,
                Octets.of(call.command()),
                Octets.of(replyName),
                call.args().inOrder());
        return Arrays.copyOf(out.bytes(), out.size());
    }

    @Override
    public String remark(int length) {
        return "";
    }

    @Override
    public boolean mayEndWith(byte last) {
        return false;
    }

    @Override
    public boolean isWhole(byte[] answer) {
        return false;
    }

    @Override
    public List<Value> read(byte[] answer, int number) throws ProtocolError {
        CtlFifoAnswer lines = CtlFifoAnswer.read(answer, 0, answer.length);
        if (lines.isFault()) {
            throw new Fault(lines.code(), lines.reason().toString());
        }
        return lines.lines().stream()
                .map(line -> (Value) new Value.Text(CtlFifoAnswer.text(line)))
                .toList();
    }
}
