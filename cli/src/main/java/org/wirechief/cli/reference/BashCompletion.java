package org.wirechief.cli.reference;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wirechief.cli.command.Option;
import org.wirechief.cli.command.Subcommand;

/// Completion for bash, made of the table. Splits the line at blanks itself, as bash parts words at
/// colons, which addresses are full of.
final class BashCompletion {
    private static final String HEAD = """
            # bash completion for chief, made by: chief completion bash

            # The methods of the node that the line names.
            _chief_methods() {
                local i
                local -a call=("${words[0]}" call)
                for ((i = 1; i < ${#words[@]} - 1; i++)); do
                    case ${words[i]} in
                        -s | --node) call+=(-s "${words[i + 1]}") ;;
                        -s?*) call+=(-s "${words[i]#-s}") ;;
                        --reply-dir) call+=(--reply-dir "${words[i + 1]}") ;;
                        --node=* | --reply-dir=*) call+=("${words[i]}") ;;
                    esac
                done
                call+=(--timeout 2s -f '%v\\n')
                # a fault is the word of a node in MI, which has another name for it
                "${call[@]}" system.listMethods 2>/dev/null || (($? != 1)) || "${call[@]}" which 2>/dev/null
            }

            _chief() {
                local line=${COMP_LINE:0:COMP_POINT} options values operands=none
                local -a words
                read -ra words <<<"$line"
                [[ $line == *[[:blank:]] ]] && words+=('')
                local last=$((${#words[@]} - 1))
                local word=${words[last]} before=${words[last - 1]}
                COMPREPLY=()

                if ((last == 1)) && [[ $word != -* ]]; then
                    COMPREPLY=($(compgen -W 'SUBCOMMANDS' -- "$word"))
                    return
                fi
                case ${words[1]} in
            """;

    private static final String TAIL = """
                esac
                case $before in
            VALUES        *)
                        if [[ $word == -* ]]; then
                            COMPREPLY=($(compgen -W "$options" -- "$word"))
                        elif [[ $operands == methods ]]; then
                            COMPREPLY=($(compgen -W "$(_chief_methods)" -- "$word"))
                        elif [[ $operands == files ]]; then
                            compopt -o filenames
                            mapfile -t COMPREPLY < <(compgen -f -- "$word")
                        fi
                        ;;
                esac
            }

            complete -F _chief chief
            """;

    private BashCompletion() {}

    static String of(List<Subcommand> table) {
        String names = Stream.concat(table.stream().map(Subcommand::name), Stream.of("help"))
                .collect(Collectors.joining(" "));
        StringBuilder text = new StringBuilder(HEAD.replace("SUBCOMMANDS", names));
        for (Subcommand subcommand : table) {
            // `chief -s ADDRESS METHOD` is short for chief call.
            String pattern = subcommand.name().equals("call") ? "call | -*" : subcommand.name();
            text.append("        %s)%n".formatted(pattern))
                    .append("            options='%s'%n".formatted(spellings(subcommand)))
                    .append("            operands=%s%n"
                            .formatted(Operands.of(subcommand).name().toLowerCase(java.util.Locale.ROOT)))
                    .append("            ;;\n");
        }
        text.append("        help) [[ $word != -* ]] && COMPREPLY=($(compgen -W '%s' -- \"$word\")) && return ;;%n"
                .formatted(names));
        return text.append(TAIL.replace("VALUES", values(table))).toString();
    }

    private static String spellings(Subcommand subcommand) {
        return Stream.concat(subcommand.options().stream(), Stream.of(Subcommand.HELP))
                .flatMap(BashCompletion::words)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static Stream<String> words(Option option) {
        return Stream.of(
                        option.letter().isEmpty() ? null : "-" + option.letter(),
                        option.name().isEmpty() ? null : "--" + option.name())
                .filter(Objects::nonNull);
    }

    /// A branch for each option that takes a value.
    private static String values(List<Subcommand> table) {
        StringBuilder text = new StringBuilder();
        table.stream()
                .flatMap(subcommand -> subcommand.options().stream())
                .filter(Option::takesValue)
                .distinct()
                .forEach(option -> text.append("        %s) %s ;;%n"
                        .formatted(words(option).collect(Collectors.joining(" | ")), value(option))));
        return text.toString();
    }

    private static String value(Option option) {
        if (!option.choices().isEmpty()) {
            return "COMPREPLY=($(compgen -W '%s' -- \"$word\"))".formatted(String.join(" ", option.choices()));
        }
        return Operands.isFile(option) ? "mapfile -t COMPREPLY < <(compgen -f -- \"$word\")" : "return";
    }
}
