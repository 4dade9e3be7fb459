package org.wirechief.core;

import java.util.List;

/// What became of looking for the recipe that a call's arguments mean (spec mi-json §4).
public sealed interface RecipeChoice {
    /// This one.
    ///
    /// @param order for each parameter of the recipe, which of the given arguments (from 0) is its
    ///     value
    record Chosen(Recipe recipe, List<Integer> order) implements RecipeChoice {
        public Chosen {
            order = List.copyOf(order);
        }
    }

    /// None takes so many.
    record WrongCount() implements RecipeChoice {}

    /// Several take so many, and only names could tell which is meant.
    record Ambiguous() implements RecipeChoice {}

    /// One takes so many, but of other names.
    record WrongNames() implements RecipeChoice {}

    /// The command takes named arguments only.
    record NamesNeeded() implements RecipeChoice {}
}
