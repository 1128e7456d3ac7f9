/**
 * When this node works on jobs: it wakes the moment a timer falls due, takes due jobs without getting in another node's way, and
 * ends its work in order.
 *
 * <p>Left alone, the engine looks for due timers once in a while, up to a minute apart; two nodes that look at once take the same
 * jobs and back off; and a storm of old timers holds up every new one.
 */
@NullMarked
package io.leadbaton.engine.jobs;

import org.jspecify.annotations.NullMarked;
