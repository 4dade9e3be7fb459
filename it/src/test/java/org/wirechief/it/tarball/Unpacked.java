package org.wirechief.it.tarball;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The tarball in an empty root, for all tests of a class.
final class Unpacked implements BeforeAllCallback, AfterAllCallback {
    private @Nullable EmptyRoot root;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        root = EmptyRoot.create();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        // null when the tests were skipped
        if (root != null) {
            root.close();
        }
    }

    EmptyRoot root() {
        return Objects.requireNonNull(root);
    }
}
