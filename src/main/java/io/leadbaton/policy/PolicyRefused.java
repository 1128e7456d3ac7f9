package io.leadbaton.policy;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.springframework.boot.ExitCodeGenerator;

/** A policy that must not go live; says everything that is wrong with it. Without an older policy it ends the start. */
public class PolicyRefused extends RuntimeException implements ExitCodeGenerator {

    private final transient List<Fault> faults;

    public PolicyRefused(List<Fault> faults) {
        super("The policy was refused:\n"
                + faults.stream().map(fault -> "  " + fault).collect(joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    @Override
    public int getExitCode() {
        return 1;
    }
}
