package org.wirechief.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How a language writes the number of a request, which its reply repeats. All cookies of
/// [Cookies] have the same length in a form.
enum CookieForm {
    /// Four bytes, the highest first.
    BINARY(4) {
        @Override
        void put(ByteBuffer to, int at, int cookie) {
            to.putInt(at, cookie);
        }

        @Override
        int get(ByteBuffer from, int at) {
            return from.getInt(at);
        }
    },
    /// Ten decimal digits.
    DECIMAL(10) {
        @Override
        void put(ByteBuffer to, int at, int cookie) {
            int rest = cookie;
            for (int i = at + 9; i >= at; i--) {
                to.put(i, (byte) ('0' + rest % 10));
                rest /= 10;
            }
        }

        @Override
        int get(ByteBuffer from, int at) {
            long cookie = 0;
            for (int i = at; i < at + 10; i++) {
                int digit = from.get(i) - '0';
                if (digit < 0 || digit > 9) {
                    return Cookies.NONE;
                }
                cookie = 10 * cookie + digit;
            }
            return cookie > Integer.MAX_VALUE ? Cookies.NONE : (int) cookie;
        }
    },
    /// Not at all: a reply belongs to the oldest request.
    NONE(0) {
        @Override
        void put(ByteBuffer to, int at, int cookie) {}

        @Override
        int get(ByteBuffer from, int at) {
            return Cookies.NONE;
        }
    };

    private final int length;

    CookieForm(int length) {
        this.length = length;
    }

    int length() {
        return length;
    }

    /// Bytes in which [#get] and [#put] find cookies.
    static ByteBuffer over(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN);
    }

    abstract void put(ByteBuffer to, int at, int cookie);

    /// [Cookies#NONE] where none stands.
    abstract int get(ByteBuffer from, int at);
}
