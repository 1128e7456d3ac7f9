package io.leadbaton.engine.rules;

import io.leadbaton.policy.Fault;
import java.util.stream.Stream;

/** One demand on every diagram. */
interface DiagramRule {

    Stream<Fault> faults(Diagram diagram, Library library);
}
