package org.wirechief.bench;

/// How much is asked at once, written `16x64`.
///
/// @param connections 1 to 1024
/// @param outstanding requests without a reply on each connection, 1 to 1024
record Load(int connections, int outstanding) {
    Load {
        check("connections", connections);
        check("outstanding requests", outstanding);
    }

    private static void check(String what, int number) {
        if (number < 1 || number > Cookies.RANGE) {
            throw new IllegalArgumentException(number + " " + what + "; allowed are 1 to " + Cookies.RANGE);
        }
    }

    /// @throws IllegalArgumentException saying how a load is written
    static Load parse(String text) {
        String[] parts = text.split("x", -1);
        try {
            if (parts.length == 2) {
                return new Load(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException(
                text + " is no load; write connections x outstanding requests, for example 16x64");
    }

    @Override
    public String toString() {
        return connections + "x" + outstanding;
    }
}
