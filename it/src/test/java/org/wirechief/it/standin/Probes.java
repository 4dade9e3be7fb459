package org.wirechief.it.standin;

import static org.wirechief.core.ParamType.INTEGER;
import static org.wirechief.core.ParamType.TEXT;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.wirechief.core.Args;
import org.wirechief.core.Call;
import org.wirechief.core.CommandDraft;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Octets;
import org.wirechief.core.Reply;
import org.wirechief.core.Row;
import org.wirechief.core.Vocabulary;
import org.wirechief.wire.mitext.MiTextArguments;
import org.wirechief.wire.mitext.MiTextRequest;

/// The `probe_*` commands that the MI vectors were captured with: they show how a request was read
/// and how replies are written. And two that take their time, one as if it did not know.
public final class Probes {
    private Probes() {}

    /// All of them.
    public static List<CommandSpec> commands() {
        return List.of(
                mi("probe_echo").repeated("argument", TEXT).run(Probes::echo),
                mi("probe_tree").param("depth", INTEGER).param("fan", INTEGER).run(Probes::tree),
                mi("probe_shapes").run((_, reply) -> shapes(reply)),
                mi("probe_null").repeated("argument", TEXT).run((_, _) -> breakDown()),
                mi("probe_null_ni").run((_, _) -> breakDown()),
                mi("probe_code").param("code", INTEGER).optional("reason", TEXT).run(Probes::code),
                mi("probe_big")
                        .param("length", INTEGER)
                        .optional("count", INTEGER)
                        .run(Probes::big),
                mi("probe_flush").param("n", INTEGER).param("every", INTEGER).run(Probes::items),
                mi("probe_async").param("how", TEXT).run(Probes::async),
                mi("probe_sleep").param("ms", INTEGER).run(Probes::sleep),
                mi("probe_wait").param("ms", INTEGER).blocking().run(Probes::sleep));
    }

    private static CommandDraft mi(String name) {
        return CommandSpec.named(name).vocabulary(Vocabulary.MI);
    }

    /// A line for each argument and what it is made of; as bytes, which need not be text.
    private static void echo(Call call, Reply reply) {
        MiTextArguments all = ((MiTextRequest) call).arguments();
        for (int i = 0; i < all.size(); i++) {
            Octets name = all.name(i);
            Octets value = all.value(i);
            reply.line("Arg:: " + i + " nlen=" + (name == null ? -1 : name.length()) + " vlen="
                    + (value == null ? -1 : value.length()));
            if (name != null) {
                reply.line(behind("\tN:: ", name));
            }
            if (value != null) {
                reply.line(behind("\tV:: ", value));
            }
        }
    }

    private static Octets behind(String text, Octets octets) {
        byte[] both = new byte[text.length() + octets.length()];
        Octets.of(text).copyTo(both, 0);
        octets.copyTo(both, text.length());
        return Octets.copyOf(both);
    }

    private static void tree(Call call, Reply reply) {
        int depth = (int) call.args().integer(0);
        int fan = (int) call.args().integer(1);
        for (int i = 0; i < fan; i++) {
            String name = "d" + depth + "f" + i;
            reply.rows("nodes", name, rows -> rows.row(row -> branch(row, name, depth - 1, fan)));
        }
    }

    private static void branch(Row row, String name, int depth, int fan) {
        row.value("node", name);
        for (int i = 0; i < (depth == 0 ? 0 : fan); i++) {
            String child = "d" + depth + "f" + i;
            row.rows("nodes", child, rows -> rows.row(inner -> branch(inner, child, depth - 1, fan)));
        }
    }

    private static void shapes(Reply reply) {
        node(reply, "nameonly", _ -> {});
        node(reply, "", row -> row.value("node", "valueonly"));
        node(reply, "name", row -> row.value("node", "value"));
        node(reply, "attrs", row -> {
            row.value("node", "v");
            row.attr("a", "1");
            row.attr("b", "2");
        });
        node(reply, "attr-noname", row -> {
            row.value("node", "v");
            row.attr("", "xy");
        });
        node(reply, "attr-novalue", row -> {
            row.value("node", "v");
            row.attr("a", "");
            row.attr("b", "");
        });
        node(reply, "name-attrs", row -> row.attr("a", "1"));
        node(reply, "", row -> {
            row.value("node", "value-attrs");
            row.attr("a", "with space");
        });
        raw(reply);
        node(reply, "parent", row -> {
            row.value("node", "p");
            row.rows("nodes", "child", rows -> rows.row(Probes::child));
        });
    }

    /// Nothing is ever quoted.
    private static void raw(Reply reply) {
        node(reply, "nl", row -> row.value("node", "two\nlines"));
        node(reply, "quote", row -> row.value("node", "say \"hi\""));
        node(reply, "bs", row -> row.value("node", "back\\slash"));
        node(reply, "tab", row -> row.value("node", "a\tb"));
        node(reply, "cr", row -> row.value("node", "a\rb"));
        node(reply, "colons", row -> row.value("node", "a::b:c"));
        node(reply, "utf8", row -> row.value("node", "\u00e9"));
        node(reply, "spaces", row -> row.value("node", "  lead and trail  "));
    }

    private static void child(Row row) {
        row.value("node", "c");
        row.attr("k", "v");
        row.rows(
                "nodes",
                "",
                rows -> rows.row(grandchild -> {
                    grandchild.value("node", "grandchild");
                    grandchild.rows("nodes", "gg", last -> last.row(_ -> {}));
                }));
    }

    private static void node(Reply reply, String name, Consumer<? super Row> body) {
        reply.rows("nodes", name, rows -> rows.row(body));
    }

    private static void breakDown() {
        throw new IllegalStateException("no tree, on purpose");
    }

    private static void code(Call call, Reply reply) {
        Args args = call.args();
        int code = (int) args.integer();
        reply.fault(code, args.hasNext() ? args.text() : "");
    }

    private static void big(Call call, Reply reply) {
        Args args = call.args();
        String value = "x".repeat((int) args.integer());
        long count = args.hasNext() ? args.integer() : 1;
        for (long i = 0; i < count; i++) {
            node(reply, "B", row -> row.value("node", value));
        }
    }

    private static void items(Call call, Reply reply) {
        long n = call.args().integer(0);
        for (long i = 0; i < n; i++) {
            String number = Long.toString(i);
            node(reply, "Item", row -> {
                row.value("node", number);
                row.node("Sub", number);
            });
        }
    }

    /// What it can say: `x` an answer at once, `d` and `f` none.
    private static void async(Call call, Reply reply) {
        switch (call.args().text(0)) {
            case "x" -> reply.fault(200, "sync reply");
            default -> breakDown();
        }
    }

    private static void sleep(Call call, Reply reply) throws InterruptedException {
        long millis = call.args().integer(0);
        Thread.sleep(Duration.ofMillis(millis));
        node(reply, "Slept", row -> row.value("ms", Long.toString(millis)));
    }
}
