package org.wirechief.client;

/// Nobody answers at an address, it cannot be reached, or it takes too long to.
public final class CannotConnect extends NodeException {
    private static final long serialVersionUID = 1L;

    /// @param what a whole sentence that names the address
    CannotConnect(String node, String command, String what, boolean mayHaveRun, Throwable cause) {
        super(node, command, what, mayHaveRun, cause);
    }
}
