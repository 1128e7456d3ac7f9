package io.leadbaton.policy;

import java.util.Collection;
import java.util.List;

/** Looks at a policy before it goes live and tells everything it finds wrong; features bring their own. */
public interface PolicyCheck {

    /** What keeps a policy from going live. */
    Collection<Fault> faults(PolicyFiles files);

    /** Whether it is asked only about files in which no other check finds a fault, because it would say the same once more. */
    default boolean comesLast() {
        return false;
    }

    /** What may be meant on purpose: the policy goes live and its owner is told. Asked only of files without a fault. */
    default Collection<Fault> warnings(PolicyFiles files) {
        return List.of();
    }
}
