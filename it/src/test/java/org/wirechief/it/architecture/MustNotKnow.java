package org.wirechief.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/// The rules behind "must not know". Each takes the package it binds, so that a test can show it
/// bites.
final class MustNotKnow {
    // Buffers in memory and the exceptions of I/O are not I/O.
    private static final Set<String> HARMLESS_IO = Set.of(
            "java.io.IOException",
            "java.io.UncheckedIOException",
            "java.io.EOFException",
            "java.io.Serializable",
            "java.io.ByteArrayInputStream",
            "java.io.ByteArrayOutputStream");

    private static final Set<String> THREADS = Set.of(
            "java.util.Timer",
            "java.util.concurrent.Executor",
            "java.util.concurrent.Executors",
            "java.util.concurrent.ExecutorService",
            "java.util.concurrent.ScheduledExecutorService",
            "java.util.concurrent.ThreadPoolExecutor",
            "java.util.concurrent.ThreadFactory",
            "java.util.concurrent.ForkJoinPool");

    // Passing an interrupt on is not owning a thread.
    private static final Set<String> HARMLESS_THREAD_CALLS = Set.of("currentThread", "interrupt", "isInterrupted");

    private static final Set<String> CLOCKS = Set.of("java.time.Clock", "java.time.InstantSource");

    private static final Set<String> CLOCK_CALLS =
            Set.of("java.lang.System.currentTimeMillis", "java.lang.System.nanoTime", "java.util.Date.<init>");

    private MustNotKnow() {}

    static ArchRule io(String packages) {
        return noClasses()
                .that()
                .resideInAPackage(packages)
                .should()
                .dependOnClassesThat(describe("do I/O", MustNotKnow::doesIo))
                .because("it must not know files, sockets and streams");
    }

    static ArchRule threads(String packages) {
        return noClasses()
                .that()
                .resideInAPackage(packages)
                .should()
                .dependOnClassesThat(describe("own threads", c -> THREADS.contains(c.getName())))
                .orShould()
                .accessTargetWhere(describe("makes or steers a thread", MustNotKnow::steersThread))
                .because("it must not know threads: its callers own them");
    }

    static ArchRule clocks(String packages) {
        return noClasses()
                .that()
                .resideInAPackage(packages)
                .should()
                .dependOnClassesThat(describe("are clocks", c -> CLOCKS.contains(c.getName())))
                .orShould()
                .accessTargetWhere(describe("reads a clock", MustNotKnow::readsClock))
                .because("time comes in as a value");
    }

    static ArchRule otherModules(String module, List<String> known) {
        return noClasses()
                .that()
                .resideInAPackage("org.wirechief." + module + "..")
                .should()
                .dependOnClassesThat(oursBut(module, known))
                .because("an arrow of the house is missing or runs backwards");
    }

    /// The packages directly under `parent` do not know each other, but all may know those that are
    /// `shared`.
    static ArchRule siblings(String parent, List<String> shared) {
        DescribedPredicate<JavaClass> anyone = alwaysTrue();
        var rule = slices().matching(parent + ".(*)..").should().notDependOnEachOther();
        for (String one : shared) {
            rule = rule.ignoreDependency(anyone, resideInAPackage(one + ".."));
        }
        return rule;
    }

    static ArchRule cycles(String parent) {
        return slices().matching(parent + ".(**)").should().beFreeOfCycles();
    }

    private static boolean doesIo(JavaClass c) {
        String name = c.getPackageName();
        return name.equals("java.net")
                || name.startsWith("java.nio.channels")
                || name.startsWith("java.nio.file")
                || (name.equals("java.io") && !HARMLESS_IO.contains(c.getName()));
    }

    private static boolean steersThread(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        return (owner.equals("java.lang.Thread") && !HARMLESS_THREAD_CALLS.contains(target.getName()))
                || owner.startsWith("java.lang.Thread$");
    }

    private static boolean readsClock(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        return CLOCK_CALLS.contains(owner + "." + target.getName())
                || (owner.startsWith("java.time.") && target.getName().equals("now"));
    }

    private static DescribedPredicate<JavaClass> oursBut(String module, List<String> known) {
        return describe("are ours, but not of " + module + " or " + known, c -> {
            String name = c.getPackageName() + ".";
            return name.startsWith("org.wirechief.")
                    && !name.startsWith("org.wirechief." + module + ".")
                    && known.stream().noneMatch(m -> name.startsWith("org.wirechief." + m + "."));
        });
    }
}
