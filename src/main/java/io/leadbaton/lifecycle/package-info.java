/**
 * The way of a lead from the first sign of interest to its end: assessed, worked, ruled upon, closed.
 *
 * <p>Processes: {@code lifecycle}, {@code assessment}, {@code qualification}.
 */
@NullMarked
package io.leadbaton.lifecycle;

import org.jspecify.annotations.NullMarked;
