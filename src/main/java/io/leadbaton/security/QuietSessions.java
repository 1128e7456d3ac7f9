package io.leadbaton.security;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.ConversionException;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** The sessions of all nodes; one that cannot be read, for instance after an update, has ended: its owner logs in again. */
class QuietSessions implements SessionRepository<QuietSession> {

    private static final Logger log = LoggerFactory.getLogger(QuietSessions.class);

    private final SessionRepository<Session> stored;

    QuietSessions(SessionRepository<Session> stored) {
        this.stored = stored;
    }

    @Override
    public QuietSession createSession() {
        return new QuietSession(stored.createSession());
    }

    @Override
    public void save(QuietSession session) {
        stored.save(session.stored());
    }

    @Override
    public @Nullable QuietSession findById(String id) {
        Session found = stored.findById(id);
        if (found == null) {
            return null;
        }
        try {
            return new QuietSession(found);
        } catch (ConversionException unreadable) {
            log.warn("A session was ended, because it holds what this version cannot read");
            stored.deleteById(id);
            return null;
        }
    }

    @Override
    public void deleteById(String id) {
        stored.deleteById(id);
    }
}
