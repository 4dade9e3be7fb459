package org.wirechief.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wirechief.core.RecipeChoice.Ambiguous;
import org.wirechief.core.RecipeChoice.Chosen;
import org.wirechief.core.RecipeChoice.NamesNeeded;
import org.wirechief.core.RecipeChoice.WrongCount;
import org.wirechief.core.RecipeChoice.WrongNames;

class RecipesTest {
    private static final Command NOTHING = (_, _) -> {};

    private static final Recipes SUBSCRIBE = CommandSpec.named("event_subscribe")
            .param("event", ParamType.TEXT)
            .param("socket", ParamType.TEXT)
            .optional("expire", ParamType.INTEGER)
            .run(NOTHING)
            .recipes();

    /// As in `v40.ambig_pos`.
    private static final Recipes PROFILING = CommandSpec.named("profiling_proc")
            .or()
            .param("level", ParamType.INTEGER)
            .or()
            .param("level", ParamType.INTEGER)
            .param("id", ParamType.INTEGER)
            .or()
            .param("level", ParamType.INTEGER)
            .param("pid", ParamType.INTEGER)
            .run(NOTHING)
            .recipes();

    private static List<Octets> names(String... names) {
        return Stream.of(names).map(Octets::of).toList();
    }

    private static List<List<String>> named(Recipes recipes) {
        return recipes.list().stream().map(Recipe::names).toList();
    }

    @Test
    void everyOptionalParameterMakesOneMore() {
        Recipes logLevel = CommandSpec.named("log_level")
                .optional("level", ParamType.INTEGER)
                .optional("pid", ParamType.INTEGER)
                .run(NOTHING)
                .recipes();

        assertThat(named(logLevel)).containsExactly(List.of(), List.of("level"), List.of("level", "pid"));
        assertThat(named(SUBSCRIBE)).containsExactly(List.of("event", "socket"), List.of("event", "socket", "expire"));
    }

    @Test
    void aRepeatedParameterIsOneName() {
        Recipes some = CommandSpec.named("a")
                .repeated("x", ParamType.TEXT)
                .run(NOTHING)
                .recipes();
        Recipes oneOrMore = CommandSpec.named("a")
                .oneOrMore("x", ParamType.TEXT)
                .run(NOTHING)
                .recipes();

        assertThat(named(some)).containsExactly(List.of(), List.of("x"));
        assertThat(named(oneOrMore)).containsExactly(List.of("x"));
        assertThat(oneOrMore.byCount(0)).isEqualTo(new WrongCount());
    }

    @Test
    void waysThatOverlapAreOneRecipe() {
        Recipes recipes = CommandSpec.named("a")
                .optional("x", ParamType.TEXT)
                .or()
                .param("x", ParamType.TEXT)
                .param("y", ParamType.TEXT)
                .run(NOTHING)
                .recipes();

        assertThat(named(recipes)).containsExactly(List.of(), List.of("x"), List.of("x", "y"));
        assertThat(recipes.byCount(1)).isInstanceOf(Chosen.class);
    }

    @Test
    void argumentsWithoutNamesAreCounted() {
        assertThat(SUBSCRIBE.byCount(3)).isEqualTo(new Chosen(SUBSCRIBE.list().get(1), List.of(0, 1, 2)));
        assertThat(SUBSCRIBE.byCount(0)).isEqualTo(new WrongCount());
        assertThat(SUBSCRIBE.byCount(1)).isEqualTo(new WrongCount());
        assertThat(SUBSCRIBE.byCount(4)).isEqualTo(new WrongCount());
        assertThat(PROFILING.byCount(2)).isEqualTo(new Ambiguous());
    }

    @Test
    void namesSayWhichArgumentIsWhich() {
        assertThat(SUBSCRIBE.byNames(names("expire", "socket", "event")))
                .isEqualTo(new Chosen(SUBSCRIBE.list().get(1), List.of(2, 1, 0)));
        assertThat(PROFILING.byNames(names("pid", "level")))
                .isEqualTo(new Chosen(PROFILING.list().get(3), List.of(1, 0)));
        assertThat(PROFILING.byNames(names()))
                .isEqualTo(new Chosen(PROFILING.list().getFirst(), List.of()));
    }

    @Test
    void namesThatDoNotMatchAreToldFromAWrongCount() {
        assertThat(PROFILING.byNames(names("id", "pid"))).isEqualTo(new WrongNames());
        assertThat(SUBSCRIBE.byNames(names("event", "Socket"))).isEqualTo(new WrongNames());
        assertThat(SUBSCRIBE.byNames(names("event"))).isEqualTo(new WrongCount());
    }

    @Test
    void aNameGivenTwiceCountsTwice() {
        assertThat(SUBSCRIBE.byNames(names("event", "event"))).isEqualTo(new WrongNames());
        assertThat(SUBSCRIBE.byNames(names("event", "socket", "event"))).isEqualTo(new WrongNames());
    }

    @Test
    void aCommandMayNeedNames() {
        Recipes recipes = CommandSpec.named("a")
                .namedOnly()
                .optional("x", ParamType.TEXT)
                .run(NOTHING)
                .recipes();

        assertThat(recipes.byCount(1)).isEqualTo(new NamesNeeded());
        assertThat(recipes.byCount(5)).isEqualTo(new NamesNeeded());
        assertThat(recipes.byCount(0)).isInstanceOf(Chosen.class);
        assertThat(recipes.byNames(names("x"))).isInstanceOf(Chosen.class);
    }
}
