package io.leadbaton.lead.web;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names the people behind the leads of a list, all at once. */
@Repository
class PeopleBehindLeads {

    private final JdbcClient jdbc;

    PeopleBehindLeads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Who> of(Collection<String> leads) {
        return jdbc
                .sql("""
                        select l.id, p.first_name, p.last_name, p.email, p.phone, p.company from leadbaton.lead l
                        left join leadbaton.lead_person p on p.lead_id = l.id where l.id = any(:leads)
                        """)
                .param("leads", leads.toArray(String[]::new))
                .query((row, number) -> new Who(
                        row.getString("id"),
                        Names.of(
                                row.getString("first_name"),
                                row.getString("last_name"),
                                row.getString("email"),
                                row.getString("phone")),
                        row.getString("company"),
                        row.getString("phone"),
                        row.getString("email")))
                .list()
                .stream()
                .collect(Collectors.toMap(Who::leadId, who -> who));
    }

    record Who(
            String leadId,
            String name,
            @Nullable String company,
            @Nullable String phone,
            @Nullable String email) {}
}
