/// The room everything meets in: commands, values and faults. See the package for where to start.
module org.wirechief.core {
    requires static transitive org.jspecify;

    exports org.wirechief.core;
    exports org.wirechief.core.event;
}
