package org.wirechief.wire.hep;

import java.util.Arrays;
import java.util.Optional;

/// The chunks of vendor 0 that have a meaning here.
public enum HepChunkType {
    FAMILY(0x01, "ip_family", 1),
    PROTOCOL(0x02, "ip_proto", 1),
    IPV4_SOURCE(0x03, "ipv4_src", 4),
    IPV4_DESTINATION(0x04, "ipv4_dst", 4),
    IPV6_SOURCE(0x05, "ipv6_src", 16),
    IPV6_DESTINATION(0x06, "ipv6_dst", 16),
    SOURCE_PORT(0x07, "src_port", 2),
    DESTINATION_PORT(0x08, "dst_port", 2),
    SECONDS(0x09, "ts_sec", 4),
    MICROS(0x0a, "ts_usec", 4),
    PROTOCOL_TYPE(0x0b, "proto_type", 1),
    CAPTURE_ID(0x0c, "capture_id", 4),
    PAYLOAD(0x0f, "payload"),
    COMPRESSED_PAYLOAD(0x10, "compressed_payload"),
    CORRELATION_ID(0x11, "correlation_id");

    private static final int ANY = -1;

    private final int number;
    private final String label;
    private final int size;

    HepChunkType(int number, String label) {
        this(number, label, ANY);
    }

    HepChunkType(int number, String label, int size) {
        this.number = number;
        this.label = label;
        this.size = size;
    }

    /// The type of that number, 0 to 65535.
    public static Optional<HepChunkType> of(int number) {
        return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
    }

    public int number() {
        return number;
    }

    /// A name for people, `src_port`.
    public String label() {
        return label;
    }

    /// Whether its data may be so long.
    boolean takes(int bytes) {
        return size == ANY || size == bytes;
    }

    int size() {
        return size;
    }
}
