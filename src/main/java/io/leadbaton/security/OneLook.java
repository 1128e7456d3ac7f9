package io.leadbaton.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.session.web.http.HttpSessionIdResolver;

/** Has the session of a request looked up at most once, and never for files that are the same for everybody. */
class OneLook implements HttpSessionIdResolver {

    private static final Pattern FILES = Pattern.compile("/(webjars|css|js|img)/.*|/favicon\\..*");
    private static final String LOOKED = OneLook.class.getName();

    private final HttpSessionIdResolver cookie;

    OneLook(HttpSessionIdResolver cookie) {
        this.cookie = cookie;
    }

    /** Spring Session asks again when it has saved; what it wants to know then is answered below. */
    @Override
    public List<String> resolveSessionIds(HttpServletRequest request) {
        if (request.getAttribute(LOOKED) != null
                || FILES.matcher(request.getRequestURI()).matches()) {
            return List.of();
        }
        List<String> ids = cookie.resolveSessionIds(request);
        request.setAttribute(LOOKED, ids);
        return ids;
    }

    @Override
    public void setSessionId(HttpServletRequest request, HttpServletResponse response, String id) {
        boolean sent = request.getAttribute(LOOKED) instanceof List<?> ids && ids.contains(id);
        if (!sent) {
            cookie.setSessionId(request, response, id);
        }
    }

    @Override
    public void expireSession(HttpServletRequest request, HttpServletResponse response) {
        cookie.expireSession(request, response);
    }
}
