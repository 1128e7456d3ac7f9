package io.leadbaton.policy;

import java.util.Collection;

/** Looks at a policy before it goes live and tells everything it finds wrong; features bring their own. */
public interface PolicyCheck {

    Collection<Fault> faults(PolicyFiles files);
}
