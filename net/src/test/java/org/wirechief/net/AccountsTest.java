package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AccountsTest {
    @TempDir
    private Path directory;

    @Test
    void whoHasALineHasANameAndAnId() throws IOException {
        Path users = Files.writeString(
                directory.resolve("passwd"), "root:x:0:0:root:/root:/bin/sh\nop:x:1000:1000::/home/op:/bin/sh\n");
        Path groups = Files.writeString(directory.resolve("group"), "voip:x:50:op\nbroken\n");
        Accounts accounts = new Accounts(users, groups);

        assertThat(accounts.user("op")).containsExactlyInAnyOrder("op", "1000");
        assertThat(accounts.user("1000")).containsExactlyInAnyOrder("op", "1000");
        assertThat(accounts.user("nobody")).containsExactly("nobody");
        assertThat(accounts.group("50")).containsExactlyInAnyOrder("voip", "50");
        assertThat(accounts.group("op")).containsExactly("op");
    }

    @Test
    void primaryGroupIsThatOfAName() throws IOException {
        Path users = Files.writeString(
                directory.resolve("passwd"), "op:x:1000:50::/home/op:/bin/sh\nbroken:x\n1000:x:7:8::/:/bin/sh\n");
        Accounts accounts = new Accounts(users, directory.resolve("none"));

        assertThat(accounts.primaryGroup("op")).hasValue("50");
        assertThat(accounts.primaryGroup("7")).isEmpty();
        assertThat(accounts.primaryGroup("broken")).isEmpty();
        assertThat(accounts.primaryGroup("nobody")).isEmpty();
    }

    @Test
    void withoutTheFilesEverybodyIsWhoTheySay() {
        Accounts accounts = new Accounts(directory.resolve("none"), directory.resolve("none"));
        assertThat(accounts.user("op")).containsExactly("op");
    }

    @Test
    void thisMachineHasRoot() {
        assertThat(Accounts.ofSystem().user("0")).contains("root");
        assertThat(Accounts.ofSystem().group("root")).contains("0");
    }
}
