package io.leadbaton.security;

import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.server.Cookie;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps sessions in the database, so that people stay logged in, with what they have typed, when their node goes away. */
@Configuration
@EnableSpringHttpSession
class KeptSessions {

    /** Whoever is no longer a user has no session either, whichever node let them in: the same query finds out. */
    private static final String OF_A_USER = """
            select s.primary_id, s.session_id, s.creation_time, s.last_access_time, s.max_inactive_interval,
              a.attribute_name, a.attribute_bytes
            from leadbaton.session s left join leadbaton.session_attributes a on a.session_primary_id = s.primary_id
            where s.session_id = ?
              and (s.principal_name is null or exists (select 1 from camunda.act_id_user u where u.id_ = s.principal_name))
            """;

    /** Without transactions: each statement is whole in itself, and most requests ask one question only. */
    @Bean
    JdbcIndexedSessionRepository storedSessions(JdbcOperations jdbc, ServerProperties server) {
        var sessions = new JdbcIndexedSessionRepository(jdbc, TransactionOperations.withoutTransaction());
        sessions.setTableName("leadbaton.session");
        // Of tabs that open together, each writes what the session does not have yet.
        new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
        sessions.setGetSessionQuery(OF_A_USER);
        sessions.setConversionService(SessionValues.conversion());
        sessions.setDefaultMaxInactiveInterval(server.getServlet().getSession().getTimeout());
        return sessions;
    }

    @Bean
    @Primary
    @SuppressWarnings("unchecked")
    SessionRepository<QuietSession> sessions(JdbcIndexedSessionRepository storedSessions) {
        return new QuietSessions((SessionRepository<Session>) (SessionRepository<?>) storedSessions);
    }

    @Bean
    HttpSessionIdResolver sessionCookie(ServerProperties server) {
        Cookie wanted = server.getServlet().getSession().getCookie();
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(wanted.getName());
        cookie.setUseHttpOnlyCookie(wanted.getHttpOnly());
        cookie.setSameSite(wanted.getSameSite().attributeValue());
        if (wanted.getSecure() != null) {
            cookie.setUseSecureCookie(wanted.getSecure());
        }
        CookieHttpSessionIdResolver resolver = new CookieHttpSessionIdResolver();
        resolver.setCookieSerializer(cookie);
        return new OneLook(resolver);
    }
}
