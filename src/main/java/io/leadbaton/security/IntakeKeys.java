package io.leadbaton.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys by which systems bring leads in; each belongs to one source, and only a hash of its secret is kept. */
@Component
class IntakeKeys {

    private static final Pattern KEY = Pattern.compile("lb_live_([0-9a-f]{12})_([0-9a-f]{64})");
    private static final HexFormat HEX = HexFormat.of();

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Clock clock;

    IntakeKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The only time the whole key is seen. */
    String issue(String source) {
        String id = randomHex(6);
        String secret = randomHex(32);
        jdbc.sql("insert into leadbaton.intake_key (id, source, secret_hash, created_at) values (?, ?, ?, ?)")
                .params(id, source, hash(secret), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return "lb_live_" + id + "_" + secret;
    }

    Optional<String> sourceOf(String key) {
        Matcher parts = KEY.matcher(key);
        return parts.matches() ? find(parts.group(1), hash(parts.group(2))) : Optional.empty();
    }

    private Optional<String> find(String id, String hash) {
        return jdbc.sql("select source, secret_hash from leadbaton.intake_key where id = ? and revoked_at is null")
                .param(id)
                .query(Key.class)
                .optional()
                .filter(key -> MessageDigest.isEqual(bytes(key.secretHash()), bytes(hash)))
                .map(Key::source);
    }

    private String randomHex(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return HEX.formatHex(bytes);
    }

    static String hash(String secret) {
        try {
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(secret)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    record Key(String source, String secretHash) {}
}
