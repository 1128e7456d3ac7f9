package io.leadbaton.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/**
 * A session that is written when something in it has changed, and else once a minute: Camunda puts the same objects back with each
 * request, and open pages ask every few seconds.
 */
class QuietSession implements Session {

    private static final Duration GRAIN = Duration.ofMinutes(1);

    private final Session stored;
    private final Map<String, byte[]> known = new HashMap<>();

    QuietSession(Session stored) {
        this.stored = stored;
        stored.getAttributeNames().forEach(name -> known.put(name, SessionValues.write(stored.getAttribute(name))));
    }

    Session stored() {
        return stored;
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            removeAttribute(name);
            return;
        }
        byte[] bytes = SessionValues.write(value);
        if (!Arrays.equals(bytes, known.put(name, bytes))) {
            SessionValues.read(bytes);
            stored.setAttribute(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        known.remove(name);
        stored.removeAttribute(name);
    }

    @Override
    public void setLastAccessedTime(Instant time) {
        if (time.isAfter(getLastAccessedTime().plus(GRAIN))) {
            stored.setLastAccessedTime(time);
        }
    }

    @Override
    public String getId() {
        return stored.getId();
    }

    @Override
    public String changeSessionId() {
        return stored.changeSessionId();
    }

    @Override
    public <T> T getAttribute(String name) {
        return stored.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return stored.getAttributeNames();
    }

    @Override
    public Instant getCreationTime() {
        return stored.getCreationTime();
    }

    @Override
    public Instant getLastAccessedTime() {
        return stored.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        stored.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return stored.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return stored.isExpired();
    }
}
