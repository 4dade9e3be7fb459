package org.wirechief.bench;

import java.util.List;

/// What a scripted server answers to its n-th request, n from 0, as pieces to be sent one by one.
interface Misbehaviour {
    List<byte[]> answer(int n, byte[] cookie);

    static Misbehaviour none() {
        return (n, cookie) -> List.of(reply(cookie));
    }

    /// Every `each`-th request is answered with these instead.
    static Misbehaviour every(int each, Misbehaviour instead) {
        return (n, cookie) -> n % each == each - 1 ? instead.answer(n, cookie) : List.of(reply(cookie));
    }

    /// `core.echo hello` answered rightly: a reply of 7 bytes, a text of 6 with its NUL.
    static byte[] reply(byte[] cookie) {
        return packet(new int[] {0xA1, 0x13, 0x07}, cookie, new int[] {0x61, 'h', 'e', 'l', 'l', 'o', 0});
    }

    static byte[] packet(int[] head, byte[] cookie, int[] body) {
        byte[] packet = new byte[head.length + cookie.length + body.length];
        int at = 0;
        for (int octet : head) {
            packet[at++] = (byte) octet;
        }
        for (byte octet : cookie) {
            packet[at++] = octet;
        }
        for (int octet : body) {
            packet[at++] = (byte) octet;
        }
        return packet;
    }
}
