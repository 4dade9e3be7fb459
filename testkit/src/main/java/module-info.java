/// Golden vectors and clocks for tests. Knows none of our modules.
module org.wirechief.testkit {
    requires static org.jspecify;
    requires transitive tools.jackson.databind;

    exports org.wirechief.testkit;
}
