package org.wirechief.endpoint.access;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.wirechief.core.Statistic;
import org.wirechief.endpoint.RefusedSource;

/// The peers that may not call: counts them, decides who gets an answer, and writes the audit line
/// that goes with one. Safe for use by several threads.
public final class Refusals {
    /// The log that tells who did what.
    private static final Logger AUDIT = System.getLogger("org.wirechief.audit");

    private final LongAdder count = new LongAdder();
    private final RefusalAnswers answers = new RefusalAnswers();
    private final RefusedSources sources = new RefusedSources();

    public Refusals() {}

    /// Whether this refusal is answered.
    public boolean answers(String module, String transport, Admission.Refused refused) {
        count.increment();
        long now = System.nanoTime();
        sources.refused(refused.source(), now);
        if (!answers.mayAnswer(refused.source(), now)) {
            return false;
        }
        AUDIT.log(Level.WARNING, "{0} {1} {2}: 403 {3}", module, transport, refused.source(), refused.reason());
        return true;
    }

    /// How many requests were refused.
    public Statistic statistic(String module) {
        return new Statistic(module, "refused", "requests of peers that may not call", count::sum);
    }

    /// How many sources were forgotten early, because others were refused as well.
    public Statistic displaced(String module) {
        return new Statistic(
                module, "refused_sources_displaced", "refused sources forgotten early for others", sources::displaced);
    }

    /// Who is refused at the moment.
    public List<RefusedSource> sources() {
        return sources.list(System.nanoTime());
    }
}
