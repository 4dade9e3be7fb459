package org.wirechief.server;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.wirechief.core.ConfigError;
import org.wirechief.endpoint.Door;
import org.wirechief.endpoint.Endpoint;
import org.wirechief.endpoint.Exports;
import org.wirechief.endpoint.Host;
import org.wirechief.endpoint.LiveEndpoint;
import org.wirechief.endpoint.ModuleDescription;
import org.wirechief.endpoint.Parameter;

/// A module that opens nothing but says so. An address that begins with `taken` cannot be opened,
/// one that begins with `broken` fails once it is;
/// a drain lasts as long as its parameter says, whatever it is given.
record FakeModule(List<String> addresses, long drainSeconds) implements Endpoint {
    static final ModuleDescription<FakeModule> MODULE = new ModuleDescription<>(
            "fake",
            new FakeModule(List.of(), 0),
            List.of(
                    Parameter.text("address", "", "", FakeModule::listening),
                    Parameter.wide("drain", "0", "s", "", (fake, seconds) -> new FakeModule(fake.addresses, seconds))));

    private FakeModule listening(String address) {
        if (address.isEmpty()) {
            throw ConfigError.of("fake.address", "\"\"", "an address is needed");
        }
        List<String> more = new ArrayList<>(addresses);
        more.add(address);
        return new FakeModule(more, drainSeconds);
    }

    @Override
    public String module() {
        return "fake";
    }

    @Override
    public LiveEndpoint in(Host host) {
        return new Live(this, host);
    }

    private record Live(FakeModule parameters, Host host) implements LiveEndpoint {
        @Override
        public String module() {
            return "fake";
        }

        @Override
        public Exports exports() {
            return new Exports(List.of(), List.of(), List.of());
        }

        @Override
        public void open() throws IOException {
            for (String address : parameters.addresses) {
                if (address.startsWith("taken")) {
                    throw new IOException("cannot bind " + address + ": another server has it");
                }
                if (address.startsWith("broken")) {
                    host.failed().accept(new IOException("thrown by a test"));
                }
            }
        }

        @Override
        public void drain(Duration limit) throws InterruptedException {
            Thread.sleep(Duration.ofSeconds(parameters.drainSeconds));
        }

        @Override
        public void close() {}

        @Override
        public List<Door> doors() {
            return parameters.addresses.stream()
                    .map(address -> new Door("fake", address.contains("/") ? "text" : "binary", "x", "", "", address))
                    .toList();
        }
    }
}
