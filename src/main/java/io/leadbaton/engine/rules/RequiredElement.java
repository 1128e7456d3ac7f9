package io.leadbaton.engine.rules;

import org.jspecify.annotations.Nullable;

/**
 * What the application looks for in a diagram by its id.
 *
 * @param element null when it is the process itself
 * @param use what the application does there, as in "the signal 'resume' looks for this id to end a hold"
 */
public record RequiredElement(String process, @Nullable String element, String use) {}
