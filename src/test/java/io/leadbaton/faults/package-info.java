/**
 * What happens when things fall over: real nodes on a real PostgreSQL, killed, paused and cut off under load, and an oracle that
 * compares what clients were told with what is there. {@code mvn -Pfaults verify} runs all of it.
 */
package io.leadbaton.faults;
