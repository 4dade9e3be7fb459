package org.wirechief.server.commands;

import static org.wirechief.core.ParamType.TEXT;

import java.util.List;
import java.util.function.Consumer;
import org.wirechief.core.Args;
import org.wirechief.core.Call;
import org.wirechief.core.CommandDraft;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Elements;
import org.wirechief.core.Fault;
import org.wirechief.core.Members;
import org.wirechief.core.Reply;

/// `sr_get_status`, `sr_list_status`, `sr_list_reports`, `sr_list_identifiers`: how the server is
/// (spec mi-json §10). There is one group, `core`, with one identifier, `main`.
final class MiStatusReports {
    private static final String GROUP = "core";
    private static final String IDENTIFIER = "main";

    private final StatusReports reports;

    private MiStatusReports(StatusReports reports) {
        this.reports = reports;
    }

    static List<CommandSpec> of(StatusReports reports) {
        var commands = new MiStatusReports(reports);
        return List.of(
                about("sr_get_status", "get", "Tells whether the server is ready to serve.")
                        .param("group", TEXT)
                        .optional("identifier", TEXT)
                        .example(GROUP)
                        .run(commands::status),
                about("sr_list_status", "status", "Tells how each part of the server is.")
                        .optional("group", TEXT)
                        .run(commands::all),
                about("sr_list_reports", "reports", "Tells what the server said of itself since it was started.")
                        .optional("group", TEXT)
                        .optional("identifier", TEXT)
                        .example("core main")
                        .run(commands::reports),
                about("sr_list_identifiers", "identifiers", "Lists the parts of the server that tell how they are.")
                        .optional("group", TEXT)
                        .run(MiStatusReports::identifiers));
    }

    private static CommandDraft about(String name, String modern, String summary) {
        return BuiltIns.mi(name).canonical("status_report:" + modern).summary(summary);
    }

    /// Whether a group was asked for, which is ours then.
    private static boolean isOfGroup(Args args) {
        if (!args.hasNext()) {
            return false;
        }
        if (!args.text().equals(GROUP)) {
            throw new Fault(404, "Group not found");
        }
        return true;
    }

    private static boolean isOfIdentifier(Args args, String unknown) {
        if (!args.hasNext()) {
            return false;
        }
        if (!args.text().equals(IDENTIFIER)) {
            throw new Fault(404, unknown);
        }
        return true;
    }

    private void status(Call call, Reply reply) {
        isOfGroup(call.args());
        isOfIdentifier(call.args(), "Identity not found");
        reply.struct(this::status);
    }

    private void status(Members into) {
        StatusReports.Status now = reports.status();
        into.put("Readiness", now.ready());
        into.put("Status", now.number());
        into.put("Details", now.details());
    }

    private void all(Call call, Reply reply) {
        if (isOfGroup(call.args())) {
            reply.array(this::status);
        } else {
            reply.array(groups -> group(groups, inside -> inside.array("Identifiers", this::status)));
        }
    }

    private void status(Elements identifiers) {
        identifiers.struct(one -> {
            one.put("Name", IDENTIFIER);
            status(one);
        });
    }

    private static void group(Elements groups, Consumer<Members> body) {
        groups.struct(group -> {
            group.put("Name", GROUP);
            body.accept(group);
        });
    }

    private void reports(Call call, Reply reply) {
        if (!isOfGroup(call.args())) {
            reply.array(groups -> group(groups, inside -> inside.array("Identifiers", this::identified)));
        } else if (isOfIdentifier(call.args(), "Identifier not found")) {
            reply.array(this::reports);
        } else {
            reply.array(this::identified);
        }
    }

    private void identified(Elements identifiers) {
        identifiers.struct(one -> {
            one.put("Name", IDENTIFIER);
            one.array("Reports", this::reports);
        });
    }

    private void reports(Elements into) {
        for (StatusReports.Report report : reports.all()) {
            into.struct(one -> {
                one.put("Timestamp", report.at().getEpochSecond());
                one.put("Date", Ctime.local(report.at()));
                one.put("Log", report.log());
            });
        }
    }

    private static void identifiers(Call call, Reply reply) {
        if (isOfGroup(call.args())) {
            reply.struct(MiStatusReports::identifiers);
        } else {
            reply.array(groups -> groups.struct(MiStatusReports::identifiers));
        }
    }

    private static void identifiers(Members into) {
        into.put("Group", GROUP);
        into.array("Identifiers", all -> all.add(IDENTIFIER));
    }
}
