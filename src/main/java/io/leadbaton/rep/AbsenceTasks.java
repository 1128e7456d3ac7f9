package io.leadbaton.rep;

import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What the form "I am away, I am back" leads to. */
@Component
public class AbsenceTasks {

    private final Absences absences;
    private final Supplier<String> actor;

    AbsenceTasks(Absences absences, @Qualifier("actor") Supplier<String> actor) {
        this.absences = absences;
        this.actor = actor;
    }

    /** Takes the rep who sent the form off the list of those who get leads, or puts them back on it. */
    public void recordAbsence(String status, String until) {
        absences.record(actor.get(), status, until);
    }
}
