package org.wirechief.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Looks at the directory that answers come through: the caller must be able to make FIFOs there,
/// and the server to see them.
record ReplyDirectoryExam(Examination examination, Self self) {
    private static final String ANOTHER = "chief --reply-dir DIR ..., with reply_dir of the server set to the same";

    /// @param server the process that reads the requests, when it is known
    void look(Path replies, Optional<ServerProcess> server) {
        try {
            FileFacts directory = FileFacts.of(replies);
            if (!directory.isDirectory()) {
                examination.add(Finding.bad(replies + " is " + directory.kind() + ", not a directory", ANOTHER));
            } else if (!directory.mayWrite(self) || !directory.mayEnter(self)) {
                examination.add(
                        Finding.bad("you may make no reply FIFO in " + replies + ": " + directory.access(), ANOTHER));
            } else {
                examination.add(Finding.ok("answers can come through " + replies));
                server.ifPresent(process -> seenBy(process, directory));
            }
        } catch (IOException e) {
            examination.add(Finding.bad("the reply directory " + replies + " is not there", "sudo mkdir " + replies));
        }
    }

    /// What cannot be found out, for another user asks, stays unsaid.
    private void seenBy(ServerProcess server, FileFacts directory) {
        Path replies = directory.path();
        try {
            if (!Files.isSameFile(replies, server.seen(replies))) {
                examination.add(Finding.bad(
                        "process " + server.pid() + " has another " + replies + " (PrivateTmp, a container)",
                        "systemctl edit opensips   (PrivateTmp=no, then restart it)",
                        "in the server's configuration: a reply_dir that both see; chief --reply-dir DIR ..."));
            } else if (!directory.mayEnter(server.user())) {
                examination.add(Finding.bad(
                        "process " + server.pid() + ", " + server.user() + ", may not enter " + replies + ": "
                                + directory.access(),
                        "sudo chmod o+x " + replies));
            }
        } catch (IOException e) {
            // another user's process
        }
    }
}
