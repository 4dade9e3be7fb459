package org.wirechief.core;

/// A setting that cannot be: the message names the place, the parameter, the value and what is
/// allowed. Raised before anything is bound.
public final class ConfigError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfigError(String message) {
        super(message);
    }

    /// `ctl.mode = 12345: not a file mode; allowed are 0 to 0777`
    public static ConfigError of(String parameter, Object value, String problem) {
        return new ConfigError(parameter + " = " + value + ": " + problem);
    }
}
