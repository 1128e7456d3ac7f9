package io.leadbaton.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;

/** Reads request bodies as JSON without guessing: no key twice, nothing behind the end, neither deep nor large. */
@Component
class StrictJson extends AbstractHttpMessageConverter<JsonBody> {

    private static final int LARGEST = 256 * 1024;
    private static final int DEEPEST = 50;

    private final ObjectMapper json = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    StrictJson() {
        super(MediaType.APPLICATION_JSON);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == JsonBody.class;
    }

    @Override
    public boolean canWrite(Class<?> type, MediaType mediaType) {
        return false;
    }

    @Override
    protected JsonBody readInternal(Class<? extends JsonBody> type, HttpInputMessage request) throws IOException {
        if (request.getHeaders().containsKey(HttpHeaders.CONTENT_ENCODING)) {
            throw RequestRefused.wrongContent("Compressed bodies are not taken.");
        }
        byte[] bytes = request.getBody().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw RequestRefused.tooLarge("A request body has at most 256 KiB.");
        }
        return parse(bytes);
    }

    private JsonBody parse(byte[] bytes) throws IOException {
        try {
            JsonNode content = json.readTree(bytes);
            if (content == null || content.isMissingNode()) {
                throw RequestRefused.malformedJson();
            }
            return new JsonBody(content, hash(content));
        } catch (JsonProcessingException | java.io.CharConversionException e) {
            throw RequestRefused.malformedJson();
        }
    }

    private String hash(JsonNode content) throws IOException {
        Object ordered = json.treeToValue(content, Object.class);
        return HexFormat.of().formatHex(sha256().digest(json.writeValueAsBytes(ordered)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    protected void writeInternal(JsonBody body, HttpOutputMessage response) {
        throw new UnsupportedOperationException("Only requests are read");
    }
}
