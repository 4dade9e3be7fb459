package org.wirechief.it.eventdatagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wirechief.it.live.Interpretation;
import org.wirechief.testkit.GoldenVector;

/// Every vector about events is played or has its reason in docs/interpretation.md, whose tables
/// say the same as [EventExpected], and no row of them is idle.
class EventVectorsDocumentedIT {
    private static Stream<GoldenVector> all() {
        return Stream.concat(EventGroup.texts(), EventGroup.notifications());
    }

    private static Set<String> names() {
        return all().map(GoldenVector::name).collect(Collectors.toSet());
    }

    private static Set<String> otherwise() {
        return Stream.of(
                        EventExpected.PARAMS.keySet(),
                        EventExpected.LENGTHS,
                        EventExpected.QUEUES,
                        EventExpected.TIMES,
                        EventExpected.LISTS)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
    }

    @Test
    void noVectorIsForgotten() {
        assertThat(all().filter(vector -> EventGroup.of(vector).isEmpty())).isEmpty();
        assertThat(all().map(GoldenVector::name)).doesNotHaveDuplicates().hasSizeGreaterThan(160);
    }

    @Test
    void everyGroupHasSome() {
        List<EventGroup> groups = Arrays.asList(EventGroup.values());

        assertThat(groups)
                .allSatisfy(group -> assertThat(
                                group.ofText().size() + group.ofJson().size())
                        .isPositive());
        assertThat(groups.stream()
                        .mapToInt(
                                group -> group.ofText().size() + group.ofJson().size())
                        .sum())
                .isEqualTo(names().size());
    }

    @Test
    void tables() throws IOException {
        Interpretation.says("## Event vectors that come out otherwise", otherwise(), names());
        Interpretation.says("## Event vectors that are compared by form", EventExpected.BY_FORM, names());
        Interpretation.says("## Event vectors that are not played", EventExpected.NOT_PLAYED, names());
    }
}
