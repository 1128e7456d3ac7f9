/**
 * Brings whole files of leads in: each row becomes a lead by the same checks as at every door, or a line of the rejects.
 *
 * <p>What a column means is said by a mapping in {@code import-mappings/}, never here. A file is read in chunks of rows, each in
 * one transaction together with how far it came, so that a stop at any moment loses and doubles nothing.
 */
@NullMarked
package io.leadbaton.lead.csv;

import org.jspecify.annotations.NullMarked;
