package io.leadbaton.policy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Gathers the words that all features know. */
@Component
public class Vocabulary {

    private final List<WordSource> sources;

    public Vocabulary(List<WordSource> sources) {
        this.sources = sources;
    }

    /** The words that this policy may use. */
    public Words of(PolicyFiles files) {
        Map<WordKind, SortedSet<String>> words = new EnumMap<>(WordKind.class);
        sources.forEach(source -> source.words(files)
                .forEach((kind, more) ->
                        words.computeIfAbsent(kind, key -> new TreeSet<>()).addAll(more)));
        return new Words(words);
    }
}
