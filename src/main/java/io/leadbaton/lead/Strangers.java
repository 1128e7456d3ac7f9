package io.leadbaton.lead;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Divides leads that came in together so that no two of a group may be the same person: a lead can be merged only into one that
 * went its way before.
 */
final class Strangers {

    private Strangers() {}

    /** The new ones among the leads, in groups, in the order in which they came. */
    static List<List<LeadId>> apart(List<Arrival> arrivals, List<Receipt> stored) {
        List<List<LeadId>> groups = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (int i = 0; i < stored.size(); i++) {
            if (!stored.get(i).replayed()) {
                List<String> names = names(arrivals.get(i).lead());
                if (groups.isEmpty() || names.stream().anyMatch(known::contains)) {
                    groups.add(new ArrayList<>());
                    known.clear();
                }
                known.addAll(names);
                groups.get(groups.size() - 1).add(stored.get(i).leadId());
            }
        }
        return groups;
    }

    private static List<String> names(NewLead lead) {
        String mail = lead.email() == null ? null : "mail " + lead.email().toLowerCase(Locale.ROOT);
        String externalId = lead.externalId() == null ? null : "id " + lead.externalId();
        return Stream.of(mail, externalId).filter(Objects::nonNull).toList();
    }
}
