package io.leadbaton.web;

import org.springframework.http.HttpStatus;

/** A request that cannot be answered as it was put: unreadable, too large, of the wrong kind, or asking in unknown words. */
public class RequestRefused extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final String sentence;

    public RequestRefused(HttpStatus status, String code, String sentence) {
        super(sentence);
        this.status = status;
        this.code = code;
        this.sentence = sentence;
    }

    public static RequestRefused badQuery(String sentence) {
        return new RequestRefused(HttpStatus.BAD_REQUEST, "bad-query", sentence);
    }

    static RequestRefused malformedJson() {
        return new RequestRefused(
                HttpStatus.BAD_REQUEST, "malformed-json", "The body is not JSON that can be read here.");
    }

    public static RequestRefused tooLarge(String sentence) {
        return new RequestRefused(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", sentence);
    }

    public static RequestRefused wrongContent(String sentence) {
        return new RequestRefused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "wrong-content", sentence);
    }

    public static RequestRefused tryLater(String sentence) {
        return new RequestRefused(HttpStatus.SERVICE_UNAVAILABLE, "try-later", sentence);
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    String sentence() {
        return sentence;
    }
}
