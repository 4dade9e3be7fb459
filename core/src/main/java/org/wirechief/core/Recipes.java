package org.wirechief.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The ways to call a command, and what they come to for callers who name their arguments: every
/// optional parameter makes one more recipe (spec mi-json §4).
///
/// Computed once a command, when it is defined. Immutable.
public final class Recipes {
    private final List<Signature> signatures;
    private final boolean namedOnly;
    private final List<RecipeChoice.Chosen> inOrder;
    private final List<RecipeChoice> byCount;

    /// @param signatures at least one
    /// @param namedOnly whether arguments without names are refused where names can be given
    /// @throws IllegalArgumentException when there is no signature
    public Recipes(List<Signature> signatures, boolean namedOnly) {
        if (signatures.isEmpty()) {
            throw new IllegalArgumentException("a command needs at least one signature");
        }
        this.signatures = List.copyOf(signatures);
        this.namedOnly = namedOnly;
        Map<List<String>, Recipe> all = new LinkedHashMap<>();
        signatures.forEach(signature -> unfold(signature.params(), all));
        this.inOrder = all.values().stream().map(Recipes::asWritten).toList();
        int longest = inOrder.stream().mapToInt(way -> way.order().size()).max().orElse(0);
        this.byCount = IntStream.rangeClosed(0, longest).mapToObj(this::onlyOne).toList();
    }

    private static void unfold(List<Param> params, Map<List<String>, Recipe> into) {
        int shortest =
                (int) params.stream().filter(p -> !p.presence().mayBeMissing()).count();
        for (int count = shortest; count <= params.size(); count++) {
            Recipe recipe = new Recipe(params.subList(0, count));
            into.putIfAbsent(recipe.names(), recipe);
        }
    }

    private static RecipeChoice.Chosen asWritten(Recipe recipe) {
        List<Integer> order = IntStream.range(0, recipe.params().size()).boxed().toList();
        return new RecipeChoice.Chosen(recipe, order);
    }

    /// The ways to call the command as it was written.
    public List<Signature> signatures() {
        return signatures;
    }

    /// All recipes, in the order of the signatures, the shorter before the longer.
    public List<Recipe> list() {
        return inOrder.stream().map(RecipeChoice.Chosen::recipe).toList();
    }

    /// Whether any of them takes an argument.
    public boolean takeArguments() {
        return inOrder.stream().anyMatch(way -> !way.order().isEmpty());
    }

    /// The recipe for so many arguments without names; each counts as one, also an array.
    public RecipeChoice byCount(int given) {
        if (namedOnly && given > 0) {
            return new RecipeChoice.NamesNeeded();
        }
        return given < byCount.size() ? byCount.get(given) : new RecipeChoice.WrongCount();
    }

    private RecipeChoice onlyOne(int count) {
        List<RecipeChoice.Chosen> fitting = ofCount(count);
        return switch (fitting.size()) {
            case 0 -> new RecipeChoice.WrongCount();
            case 1 -> fitting.getFirst();
            default -> new RecipeChoice.Ambiguous();
        };
    }

    /// The recipe for arguments of these names, in any order; a name given twice counts twice.
    public RecipeChoice byNames(List<Octets> given) {
        if (given.isEmpty()) {
            return byCount(0);
        }
        List<RecipeChoice.Chosen> ofCount = ofCount(given.size());
        for (RecipeChoice.Chosen way : ofCount) {
            List<Integer> order = new ArrayList<>();
            way.recipe().params().forEach(param -> order.add(given.indexOf(Octets.of(param.name()))));
            if (!order.contains(-1)) {
                return new RecipeChoice.Chosen(way.recipe(), order);
            }
        }
        return ofCount.isEmpty() ? new RecipeChoice.WrongCount() : new RecipeChoice.WrongNames();
    }

    private List<RecipeChoice.Chosen> ofCount(int count) {
        return inOrder.stream().filter(way -> way.order().size() == count).toList();
    }
}
