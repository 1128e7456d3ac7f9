package io.leadbaton.policy;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The words one policy may use, by kind; a kind without any word takes all. */
public record Words(Map<WordKind, SortedSet<String>> byKind) {

    public SortedSet<String> of(WordKind kind) {
        return byKind.getOrDefault(kind, Collections.emptySortedSet());
    }

    /** The same with more words of a kind. */
    public Words with(WordKind kind, Collection<String> more) {
        Map<WordKind, SortedSet<String>> all = new EnumMap<>(WordKind.class);
        all.putAll(byKind);
        SortedSet<String> wider = new TreeSet<>(of(kind));
        wider.addAll(more);
        all.put(kind, wider);
        return new Words(all);
    }

    /** Why a word cannot be used, and what to write instead; empty when it is known. */
    public Optional<String> objection(WordKind kind, String word) {
        SortedSet<String> known = of(kind);
        return known.isEmpty() || known.contains(word)
                ? Optional.empty()
                : Optional.of("'%s' is no %s; %s".formatted(word, kind.inWords(), Suggestion.instead(word, known)));
    }
}
