package org.wirechief.server.log;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// One named logger of a [Journal].
final class JournalLogger implements System.Logger {
    private final Journal journal;
    private final String name;

    JournalLogger(Journal journal, String name) {
        this.journal = journal;
        this.name = name;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean isLoggable(Level level) {
        return journal.takes(level);
    }

    @Override
    public void log(
            Level level, @Nullable ResourceBundle bundle, @Nullable String message, @Nullable Throwable thrown) {
        if (isLoggable(level)) {
            journal.write(level, name, localized(bundle, message), thrown);
        }
    }

    @Override
    public void log(
            Level level,
            @Nullable ResourceBundle bundle,
            @Nullable String format,
            @Nullable Object @Nullable ... values) {
        if (isLoggable(level)) {
            journal.write(level, name, formatted(localized(bundle, format), values), null);
        }
    }

    private static String localized(@Nullable ResourceBundle bundle, @Nullable String text) {
        if (text == null) {
            return "null";
        }
        return bundle != null && bundle.containsKey(text) ? bundle.getString(text) : text;
    }

    private static String formatted(String format, @Nullable Object @Nullable [] values) {
        if (values == null || values.length == 0) {
            return format;
        }
        try {
            return new MessageFormat(format, Locale.ROOT).format(values);
        } catch (IllegalArgumentException e) {
            return format; // a pattern nobody can fill is still worth reading
        }
    }
}
