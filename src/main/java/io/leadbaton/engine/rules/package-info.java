/** What a policy must keep so that a business reader understands it and a running lead never meets a mistake of ours. */
@NullMarked
package io.leadbaton.engine.rules;

import org.jspecify.annotations.NullMarked;
