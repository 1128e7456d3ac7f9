/** The page everybody begins at: where everything is for this role, and what needs attention now. */
@NullMarked
package io.leadbaton.home;

import org.jspecify.annotations.NullMarked;
