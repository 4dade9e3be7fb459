package org.wirechief.endpoint.hep;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.core.Tap;
import org.wirechief.wire.hep.HepAddress;
import org.wirechief.wire.hep.HepCorrelation;
import org.wirechief.wire.hep.HepFlow;
import org.wirechief.wire.hep.HepParameters;
import org.wirechief.wire.hep.HepPayload;
import org.wirechief.wire.hep.HepTime;

/// Takes copies for one collector: keeps of each what a packet tells, with the time, and leaves it
/// to the sender's thread.
final class HepTap implements Tap {
    private static final int LONGEST_REASON = 256;

    /// The bytes of a character: so many tell whether a cut splits one.
    private static final int CHARACTER = 4;

    private final HepSender sender;
    private final HepContent content;
    private final int process = (int) ProcessHandle.current().pid();
    private final int started;
    private final InstantSource clock;

    /// @param clock tells when something was told
    HepTap(HepSender sender, HepContent content, InstantSource clock) {
        this.sender = sender;
        this.content = content;
        this.clock = clock;
        this.started = (int) clock.instant().getEpochSecond();
    }

    @Override
    public int replyRoom() {
        return content.replyMax() + CHARACTER;
    }

    /// Cut, in JSON not within a character.
    private Octets cut(Octets text, int max) {
        return content.homer5() ? HepParameters.cut(text, max) : HepParameters.cutWhole(text, max);
    }

    @Override
    public Tap.Exchange exchange(Ends ends, String backend) {
        HepFlow flow = HepFlow.of(
                content.realProtocol() ? ends.protocol() : Ends.TCP,
                new HepAddress(ends.peer(), ends.peerPort()),
                new HepAddress(ends.own(), ends.ownPort()));
        return new Told(flow, Octets.of(backend), correlation());
    }

    @Override
    public void untold(Exception why) {
        sender.untold(why);
    }

    private HepCorrelation correlation() {
        int random = ThreadLocalRandom.current().nextInt();
        return new HepCorrelation(process, started, System.nanoTime() / 1000, random);
    }

    private final class Told implements Tap.Exchange {
        private final HepFlow flow;
        private final Octets backend;
        private final HepCorrelation correlation;

        Told(HepFlow flow, Octets backend, HepCorrelation correlation) {
            this.flow = flow;
            this.backend = backend;
            this.correlation = correlation;
        }

        @Override
        public void request(Octets command, List<@Nullable Octets> parameters) {
            tell(
                    flow,
                    HepPayload.request(
                            cut(command, LONGEST_COMMAND),
                            backend,
                            cut(HepParameters.ofJson(parameters, PARAMETERS_ROOM + CHARACTER), PARAMETERS_ROOM)));
        }

        @Override
        public void reply(@Nullable Status status, byte[] bytes, int from, int to) {
            Octets text = cut(Octets.copyOf(bytes, from, Math.min(to, from + replyRoom())), content.replyMax());
            tell(
                    flow.reversed(),
                    status == null
                            ? HepPayload.reply(text)
                            : HepPayload.reply(status.code(), cut(status.reason(), LONGEST_REASON), text));
        }

        private void tell(HepFlow way, HepPayload payload) {
            sender.offer(new HepCopy(way, HepTime.of(clock.instant()), correlation, payload));
        }
    }
}
