package org.wirechief.examples;

import static org.wirechief.core.ParamType.TEXT;

import java.util.concurrent.atomic.LongAdder;
import org.wirechief.core.CommandSpec;
import org.wirechief.endpoint.ctl.Ctl;
import org.wirechief.server.Wirechief;

/// A program that answers operators: a command and a number of its own beside the built-in ones.
/// Run it with the address to listen at, `unixs:/tmp/demo.ctl`.
final class EmbedServer {
    private EmbedServer() {}

    static void main(String[] args) throws Exception {
        var greeted = new LongAdder();
        var hello = CommandSpec.named("demo.hello")
                .summary("Greets whoever asks.")
                .param("name", TEXT)
                .run((call, reply) -> {
                    reply.add("hello " + call.args().text(0));
                    greeted.increment();
                });

        try (var chief = Wirechief.builder()
                .command(hello)
                .statistic("demo", "greeted", "greetings said", greeted::sum)
                .endpoint(Ctl.listening(args).mode(0660))
                .start()) {
            chief.join();
        }
    }
}
