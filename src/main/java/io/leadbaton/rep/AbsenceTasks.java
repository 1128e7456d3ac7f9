package io.leadbaton.rep;

import io.leadbaton.policy.OneOf;
import java.util.Date;
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

    /** Takes the rep who sent the form off the list of those who get leads, or puts them back on it; answers who covers. */
    public String recordAbsence(@OneOf({"away", "back"}) String status, String until, String cover) {
        return absences.record(actor.get(), status, until, cover);
    }

    /** When the absence ends that the rep announced. */
    public Date endsAt(String rep) {
        return Date.from(absences.endsAt(rep));
    }

    /** Puts the rep back on the list, unless that happened already or the absence lasts longer by now. */
    public void endAbsence(String rep) {
        absences.end(rep);
    }
}
