/**
 * How the service speaks over HTTP, whatever it speaks about: strict JSON in, problems out, and the frame of its pages.
 *
 * <p>Knows no feature; every feature's controllers may use it.
 */
@NullMarked
package io.leadbaton.web;

import org.jspecify.annotations.NullMarked;
