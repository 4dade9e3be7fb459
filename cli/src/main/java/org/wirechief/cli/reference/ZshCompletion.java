package org.wirechief.cli.reference;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wirechief.cli.command.Option;
import org.wirechief.cli.command.Subcommand;

/// Completion for zsh, made of the table.
final class ZshCompletion {
    private static final String HEAD = """
            #compdef chief
            # zsh completion for chief, made by: chief completion zsh

            # The methods of the node that the line names.
            _chief_methods() {
                local node=${opt_args[-s]:-${opt_args[--node]}} replies=${opt_args[--reply-dir]}
                local -a methods call
                call=(chief call ${node:+-s} ${node} ${replies:+--reply-dir} ${replies} --timeout 2s -f '%v\\\\n')
                # a fault is the word of a node in MI, which has another name for it
                methods=(${(f)"$(_call_program methods $call system.listMethods 2>/dev/null || (($? != 1)) || _call_program methods $call which 2>/dev/null)"})
                _wanted methods expl method compadd -a methods
            }

            _chief() {
                local context state line expl
                local -A opt_args
                local -a subcommands
                subcommands=(
            """;

    private ZshCompletion() {}

    static String of(List<Subcommand> table) {
        StringBuilder text = new StringBuilder(HEAD);
        table.forEach(subcommand -> text.append("        '%s:%s'%n"
                .formatted(subcommand.name(), quoted(subcommand.summary()).replace(":", "\\:"))));
        text.append("        'help:tells how a subcommand is used'\n    )\n");
        text.append("""
                    if ((CURRENT == 2)) && [[ $words[2] != -* ]]; then
                        _describe subcommand subcommands
                        return
                    fi
                    local subcommand=$words[2]
                    # chief -s ADDRESS METHOD is short for chief call.
                    if [[ $subcommand == -* ]]; then
                        subcommand=call
                    else
                        shift words
                        ((CURRENT--))
                    fi
                    case $subcommand in
                        help) _describe subcommand subcommands ;;
                """);
        for (Subcommand subcommand : table) {
            text.append(
                    "        %s)%n            _arguments -s%s ;;%n".formatted(subcommand.name(), specs(subcommand)));
        }
        return text.append("    esac\n}\n\n_chief \"$@\"\n").toString();
    }

    private static String specs(Subcommand subcommand) {
        Stream<String> options = Stream.concat(subcommand.options().stream(), Stream.of(Subcommand.HELP))
                .distinct()
                .map(ZshCompletion::spec);
        Stream<String> operands = switch (Operands.of(subcommand)) {
            case METHODS -> Stream.of("'1:method:_chief_methods'", "'*:argument:'");
            case FILES -> Stream.of("'*:file:_files'");
            case NONE -> Stream.of("'*:word:'");
        };
        return Stream.concat(options, operands)
                .map(s -> " \\\n                " + s)
                .collect(Collectors.joining());
    }

    private static String spec(Option option) {
        String value = option.takesValue() ? ":" + option.valueName() + ":" + action(option) : "";
        String rest = "'[" + brackets(quoted(option.help())) + "]" + value + "'";
        if (option.letter().isEmpty()) {
            return "'*--" + option.name() + (option.takesValue() ? "=" : "") + "'" + rest;
        }
        if (option.name().isEmpty()) {
            return "'*-" + option.letter() + (option.takesValue() ? "+" : "") + "'" + rest;
        }
        String letter = "-" + option.letter() + (option.takesValue() ? "+" : "");
        String name = "--" + option.name() + (option.takesValue() ? "=" : "");
        return "'(-" + option.letter() + " --" + option.name() + ")'{" + letter + "," + name + "}" + rest;
    }

    private static String action(Option option) {
        if (!option.choices().isEmpty()) {
            return "(" + String.join(" ", option.choices()) + ")";
        }
        return Operands.isFile(option) ? "_files" : "";
    }

    /// Inside single quotes.
    private static String quoted(String words) {
        return words.replace("'", "'\\''");
    }

    private static String brackets(String words) {
        return words.replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
    }
}
