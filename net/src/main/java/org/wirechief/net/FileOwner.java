package org.wirechief.net;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The mode, user and group of a [FileAccess], looked up and ready to be given to a file.
record FileOwner(
        Address address,
        FileAccess access,
        @Nullable UserPrincipal user,
        @Nullable GroupPrincipal group) {

    /// Looks the names up; a decimal id needs no name.
    ///
    /// @throws BindException if there is no such user or group
    static FileOwner lookUp(Address address, FileAccess access) throws IOException {
        UserPrincipalLookupService names = FileSystems.getDefault().getUserPrincipalLookupService();
        String owner = access.owner();
        String group = access.group();
        return new FileOwner(
                address,
                access,
                owner == null ? null : known(address, "user " + owner, () -> names.lookupPrincipalByName(owner)),
                group == null ? null : known(address, "group " + group, () -> names.lookupPrincipalByGroupName(group)));
    }

    /// Those of the two names that the system does not know, `user andrei`.
    static List<String> unknown(FileAccess access) {
        UserPrincipalLookupService names = FileSystems.getDefault().getUserPrincipalLookupService();
        String owner = access.owner();
        String group = access.group();
        List<String> unknown = new ArrayList<>();
        if (owner != null && isUnknown(() -> names.lookupPrincipalByName(owner))) {
            unknown.add("user " + owner);
        }
        if (group != null && isUnknown(() -> names.lookupPrincipalByGroupName(group))) {
            unknown.add("group " + group);
        }
        return unknown;
    }

    private static boolean isUnknown(LookUp<?> lookUp) {
        try {
            lookUp.ask();
            return false;
        } catch (IOException e) {
            // when it cannot be asked nobody knows
            return e instanceof UserPrincipalNotFoundException;
        }
    }

    /// Sets mode and owner. The file must be where nobody else can exchange it.
    ///
    /// @throws BindException if this process may not
    void applyTo(Path file) throws IOException {
        try {
            if (access.mode() != 0) {
                Files.setAttribute(file, "unix:mode", access.mode());
            }
            var view = Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            if (user != null) {
                view.setOwner(user);
            }
            if (group != null) {
                view.setGroup(group);
            }
        } catch (IOException e) {
            throw BindFailure.because(address, BindFailure.self() + " may not give it " + described(), e);
        }
    }

    private static <P> P known(Address address, String what, LookUp<P> lookUp) throws IOException {
        try {
            return lookUp.ask();
        } catch (UserPrincipalNotFoundException e) {
            throw BindFailure.because(address, "there is no " + what + "; create it or write another", e);
        }
    }

    private interface LookUp<P> {
        P ask() throws IOException;
    }

    private String described() {
        return "mode " + Integer.toOctalString(access.mode())
                + (user == null ? "" : ", user " + user.getName())
                + (group == null ? "" : ", group " + group.getName())
                + "; run as root or leave user and group out";
    }
}
