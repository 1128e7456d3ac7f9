package io.leadbaton.policy;

import java.util.Collection;
import java.util.Map;

/** A feature's words that a policy may use; asked for each policy anew, because its own files may bring more. */
public interface WordSource {

    Map<WordKind, Collection<String>> words(PolicyFiles files);
}
