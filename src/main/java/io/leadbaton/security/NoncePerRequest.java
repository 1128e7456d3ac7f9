package io.leadbaton.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the nonce of a page with its request. Camunda keeps it in the servlet context, where a page that is loaded at the same moment
 * overwrites it: header and page then name different nonces, the browser runs no script, and the page stays blank.
 */
class NoncePerRequest extends OncePerRequestFilter {

    private static final String NONCE = ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ServletContext own = (ServletContext) Proxy.newProxyInstance(
                ServletContext.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> isAboutTheNonce(arguments)
                        ? ofRequest(request, response, method, arguments)
                        : AopUtils.invokeJoinpointUsingReflection(request.getServletContext(), method, arguments));
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public ServletContext getServletContext() {
                        return own;
                    }
                },
                response);
    }

    private static boolean isAboutTheNonce(Object @Nullable [] arguments) {
        return arguments != null && arguments.length > 0 && NONCE.equals(arguments[0]);
    }

    /** Whoever asks for the nonce writes it into a page, which nobody may keep for an answer with another one. */
    private static @Nullable Object ofRequest(
            HttpServletRequest request, HttpServletResponse response, Method method, Object[] arguments) {
        if (method.getName().equals("setAttribute")) {
            request.setAttribute(NONCE, arguments[1]);
            return null;
        }
        response.setHeader("Cache-Control", "no-cache");
        return request.getAttribute(NONCE);
    }
}
