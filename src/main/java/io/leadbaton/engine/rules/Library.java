package io.leadbaton.engine.rules;

import io.leadbaton.policy.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything a diagram may refer to: other diagrams, decisions, forms, what the application offers, and the known words. */
record Library(List<Diagram> diagrams, Set<String> decisions, Map<String, Form> forms, Seam seam, Words words) {}
