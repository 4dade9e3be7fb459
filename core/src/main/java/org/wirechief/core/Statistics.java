package org.wirechief.core;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ObjLongConsumer;

/// The numbers a program keeps about itself, by group and name. Safe for use by several threads.
///
/// Groups stand in the order their first numbers came, numbers in the order they came
/// (spec mi-text §7). A reset does not touch the number itself, which others may be reading: it is
/// remembered and taken off what [#value] tells.
public final class Statistics {
    private static final Logger LOG = System.getLogger(Statistics.class.getName());

    private final Map<String, Map<String, Statistic>> groups = new LinkedHashMap<>();
    private final Map<String, ChangingGroup> changing = new LinkedHashMap<>();
    private final Map<Key, Long> resetAt = new ConcurrentHashMap<>();
    /// Those of which the log has told.
    private final Set<Key> broken = ConcurrentHashMap.newKeySet();

    /// Another lock than that of the lists: a number may need one that whoever looks holds.
    private final Object resetting = new Object();

    private record Key(String group, String name) {}

    public Statistics() {}

    /// Adds numbers, all of them or none.
    ///
    /// @throws IllegalArgumentException when one is there already
    public synchronized void add(Collection<Statistic> more) {
        Set<Key> added = new HashSet<>();
        for (Statistic statistic : more) {
            boolean isThere = groups.getOrDefault(statistic.group(), Map.of()).containsKey(statistic.name());
            if (isThere || !added.add(key(statistic))) {
                throw new IllegalArgumentException(
                        "two statistics are named " + statistic.group() + ":" + statistic.name());
            }
        }
        for (Statistic statistic : more) {
            groups.computeIfAbsent(statistic.group(), _ -> new LinkedHashMap<>())
                    .put(statistic.name(), statistic);
        }
    }

    /// Adds a group whose numbers come and go. It is told to whoever asks for the group, not among
    /// all: an answer that has all is as long as it was.
    ///
    /// @throws IllegalArgumentException when there is a group of that name
    public synchronized void add(ChangingGroup group) {
        if (groups.containsKey(group.group()) || changing.putIfAbsent(group.group(), group) != null) {
            throw new IllegalArgumentException("two groups of statistics are named " + group.group());
        }
    }

    /// The groups, in the order they were added; those that change last.
    public synchronized List<String> groups() {
        List<String> all = new ArrayList<>(groups.keySet());
        all.addAll(changing.keySet());
        return List.copyOf(all);
    }

    /// All of them that stay, group by group.
    public synchronized List<Statistic> list() {
        return groups.values().stream()
                .flatMap(group -> group.values().stream())
                .toList();
    }

    /// Those of one group; empty when there is no such group.
    public List<Statistic> list(String group) {
        ChangingGroup moving;
        synchronized (this) {
            moving = changing.get(group);
            if (moving == null) {
                return List.copyOf(groups.getOrDefault(group, Map.of()).values());
            }
        }
        return moving.numbers().get();
    }

    /// Those of the groups of this name in any letter case, as MI looks for them.
    public List<Statistic> listIgnoringCase(String group) {
        return groups().stream()
                .filter(one -> one.equalsIgnoreCase(group))
                .flatMap(one -> list(one).stream())
                .toList();
    }

    public Optional<Statistic> find(String group, String name) {
        synchronized (this) {
            if (!changing.containsKey(group)) {
                return Optional.ofNullable(groups.getOrDefault(group, Map.of()).get(name));
            }
        }
        return list(group).stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /// The first one of that name over all groups that stay.
    public synchronized Optional<Statistic> find(String name) {
        return groups.values().stream()
                .filter(group -> group.containsKey(name))
                .map(group -> group.get(name))
                .findFirst();
    }

    /// The number of that name since its last reset.
    ///
    /// @throws NoSuchElementException when there is none
    public long value(String group, String name) {
        return value(find(group, name)
                .orElseThrow(() -> new NoSuchElementException("there is no statistic " + group + ":" + name)));
    }

    /// The number since its last reset.
    public long value(Statistic statistic) {
        return statistic.value().getAsLong() - resetAt.getOrDefault(key(statistic), 0L);
    }

    /// Tells the numbers of some, each since its last reset. Of several, one that throws is left
    /// out and named in the log, once: who asks for all of them is to have the others.
    public void tell(Collection<Statistic> some, ObjLongConsumer<? super Statistic> to) {
        for (Statistic statistic : some) {
            long value;
            try {
                value = value(statistic);
            } catch (RuntimeException e) {
                if (some.size() == 1) {
                    throw e;
                }
                leaveOut(statistic, e);
                continue;
            }
            to.accept(statistic, value);
        }
    }

    private void leaveOut(Statistic statistic, RuntimeException why) {
        if (broken.add(key(statistic))) {
            String name = statistic.group() + ":" + statistic.name();
            LOG.log(Level.WARNING, "the statistic " + name + " cannot be told, and is left out", why);
        }
    }

    /// Counts from zero again; numbers that tell a present state do not take part.
    ///
    /// @return what [#value] would have told, and will not any more: what is counted meanwhile is
    ///     in this or in the next
    public long reset(Statistic statistic) {
        synchronized (resetting) {
            long now = statistic.value().getAsLong();
            if (!statistic.isIncremental()) {
                return now;
            }
            Long last = resetAt.put(key(statistic), now);
            return last == null ? now : now - last;
        }
    }

    private static Key key(Statistic statistic) {
        return new Key(statistic.group(), statistic.name());
    }
}
