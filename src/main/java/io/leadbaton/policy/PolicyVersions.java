package io.leadbaton.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers which policy was live since when; the newest is the one that new leads start under. */
@Repository
public class PolicyVersions {

    private final JdbcClient jdbc;

    public PolicyVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<PolicyVersion> newest() {
        return jdbc.sql("select * from leadbaton.policy_version order by seq desc limit 1")
                .query(PolicyVersions::version)
                .optional();
    }

    /** The version a lead goes by; the same files may have been live several times. The newest for a lead that names none. */
    public PolicyVersion of(String leadId) {
        return jdbc.sql("""
                        select * from leadbaton.policy_version
                        order by hash = (select policy_version from leadbaton.lead where id = :lead) desc nulls last, seq desc
                        limit 1
                        """)
                .param("lead", leadId)
                .query(PolicyVersions::version)
                .single();
    }

    /** Lets one node at a time change what is live, until its transaction ends. */
    public void lock() {
        // As long as a deployment may take on a slow machine.
        jdbc.sql("set local lock_timeout = '20s'").update();
        jdbc.sql("select pg_advisory_xact_lock(hashtext('leadbaton.policy_version'))")
                .query(rs -> {});
    }

    public void add(String deploymentId, String hash, String by) {
        jdbc.sql("insert into leadbaton.policy_version (deployment_id, hash, by) values (?, ?, ?)")
                .params(deploymentId, hash, by)
                .update();
    }

    public void remove(String deploymentId) {
        jdbc.sql("delete from leadbaton.policy_version where deployment_id = ?")
                .param(deploymentId)
                .update();
    }

    /** Deployments no lead goes by. A lead that is just being received may still start under one replaced a moment ago. */
    public List<String> replacedUnused() {
        return jdbc.sql("""
                        select v.deployment_id from leadbaton.policy_version v
                        where (select min(n.at) from leadbaton.policy_version n where n.seq > v.seq) < now() - interval '1 minute'
                          and not exists (select 1 from leadbaton.lead l where l.policy_version = v.hash)
                        """).query(String.class).list();
    }

    private static PolicyVersion version(ResultSet row, int number) throws SQLException {
        return new PolicyVersion(
                row.getString("hash"),
                row.getString("deployment_id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by"));
    }
}
