package io.leadbaton.policy;

import java.util.List;

/** What one kind of files in the policy folder is good for: taken in as a whole, or refused as a whole with every fault. */
public interface PolicyPart {

    /** Whether a file is of this kind, by its name as in {@code processes/handoff.bpmn}. */
    boolean owns(String file);

    /** Everything that is wrong with the files. */
    List<Fault> faults(PolicyFiles files);

    /** What may be meant on purpose in files that have no fault. */
    default List<Fault> warnings(PolicyFiles files) {
        return List.of();
    }

    /**
     * Brings the files into force and answers whether that changed anything.
     *
     * @throws PolicyRefused with all faults; what was in force stays so
     */
    boolean offer(PolicyFiles files, String by);

    /** Whether something is in force, from these files or from older ones. */
    boolean serves();
}
