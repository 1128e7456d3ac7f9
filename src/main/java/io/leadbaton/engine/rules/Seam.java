package io.leadbaton.engine.rules;

import io.leadbaton.policy.ClockSteps;
import java.util.Map;
import java.util.Set;

/**
 * What the application offers to diagrams: beans by the name an expression uses, messages it sends, variables it starts with, and
 * what its steps do to the clocks of promises.
 */
public record Seam(Map<String, Class<?>> beans, Set<String> messages, Set<String> variables, ClockSteps clocks) {}
