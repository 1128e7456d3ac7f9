package io.leadbaton.engine.rules;

import java.util.Map;
import java.util.Set;

/** What the application offers to diagrams: beans by the name an expression uses, messages it sends, variables it starts with. */
public record Seam(Map<String, Class<?>> beans, Set<String> messages, Set<String> variables) {}
