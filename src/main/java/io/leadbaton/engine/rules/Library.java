package io.leadbaton.engine.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything a diagram may refer to: the other diagrams, the decisions, the forms and what the application offers. */
record Library(List<Diagram> diagrams, Set<String> decisions, Map<String, Form> forms, Seam seam) {}
