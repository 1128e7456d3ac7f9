package io.leadbaton.security;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;

/** What a session may hold: the login, Camunda's copy of it with its token, and what a page says once after a form. */
final class SessionValues {

    private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config.createFilter(String.join(
            ";",
            "maxdepth=20",
            "maxbytes=262144",
            "java.lang.*",
            "java.util.*",
            "java.util.concurrent.CopyOnWriteArrayList",
            "org.springframework.security.core.context.SecurityContextImpl",
            "org.springframework.security.core.authority.SimpleGrantedAuthority",
            "org.springframework.security.authentication.AbstractAuthenticationToken",
            "org.springframework.security.authentication.UsernamePasswordAuthenticationToken",
            "org.springframework.security.web.authentication.WebAuthenticationDetails",
            "org.springframework.web.servlet.FlashMap",
            "org.springframework.util.LinkedMultiValueMap",
            "org.springframework.util.MultiValueMapAdapter",
            "org.camunda.bpm.webapp.impl.security.auth.*",
            "!*"));

    private SessionValues() {}

    static ConversionService conversion() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, SessionValues::write);
        conversion.addConverter(byte[].class, Object.class, SessionValues::read);
        return conversion;
    }

    static byte[] write(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Object read(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(KNOWN);
            return in.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
