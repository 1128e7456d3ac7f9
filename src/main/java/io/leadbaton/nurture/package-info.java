/**
 * Prospects: leads that are with marketing, kept in touch with until they ask again or are given up.
 *
 * <p>Process: {@code nurture}.
 */
@NullMarked
package io.leadbaton.nurture;

import org.jspecify.annotations.NullMarked;
