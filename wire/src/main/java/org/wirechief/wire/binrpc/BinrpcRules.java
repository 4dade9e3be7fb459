package org.wirechief.wire.binrpc;

/// What a server's configuration says about BINRPC (spec ctl §7, §8.3).
///
/// @param autoconversion whether every argument converts between numbers and text
/// @param maxBody the most bytes an answer may hold outside structs
/// @param structMaxBody the most bytes one struct may hold without the insides of structs in it
/// @param maxText a line of text must be shorter than this many bytes
public record BinrpcRules(boolean autoconversion, int maxBody, int structMaxBody, int maxText) {
    /// Kamailio's defaults: no autoconversion, 32 KB, 8 KB, 1024 bytes.
    public static final BinrpcRules DEFAULTS = new BinrpcRules(false, 32 * 1024, 8 * 1024, 1024);

    /// Checks the limits.
    ///
    /// @throws IllegalArgumentException for one below 1
    public BinrpcRules {
        if (maxBody < 1 || structMaxBody < 1 || maxText < 1) {
            throw new IllegalArgumentException("limits are at least 1 byte: maxBody " + maxBody + ", structMaxBody "
                    + structMaxBody + ", maxText " + maxText);
        }
    }

    public BinrpcRules withAutoconversion(boolean on) {
        return new BinrpcRules(on, maxBody, structMaxBody, maxText);
    }

    public BinrpcRules withMaxBody(int bytes) {
        return new BinrpcRules(autoconversion, bytes, structMaxBody, maxText);
    }

    public BinrpcRules withStructMaxBody(int bytes) {
        return new BinrpcRules(autoconversion, maxBody, bytes, maxText);
    }

    public BinrpcRules withMaxText(int bytes) {
        return new BinrpcRules(autoconversion, maxBody, structMaxBody, bytes);
    }
}
