/** Makes the policy files live in the engine: one atomic deployment at the start and after each save, or a refusal that says why. */
@NullMarked
package io.leadbaton.engine.policy;

import org.jspecify.annotations.NullMarked;
