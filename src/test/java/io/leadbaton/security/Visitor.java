package io.leadbaton.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody in front of the service, with the cookies and tokens a browser would keep. */
public final class Visitor {

    public static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String service;

    private Visitor(int port) {
        this.service = "http://127.0.0.1:" + port;
    }

    static Visitor stranger(int port) {
        return new Visitor(port);
    }

    /** Logged in, with Tasklist's or Cockpit's own token fetched as the first page of an application would. */
    public static Visitor loggedIn(int port, String user) {
        Visitor visitor = new Visitor(port);
        visitor.logIn(user, "demo");
        visitor.get(ENGINE + "/filter");
        return visitor;
    }

    HttpResponse<String> logIn(String user, String password) {
        return form("/login", "username=" + user + "&password=" + password, tokenOf(get("/login")));
    }

    /** By the button that one of our own pages shows. */
    HttpResponse<String> logOutOn(String page) {
        return form("/logout", "", tokenOf(get(page)));
    }

    public HttpResponse<String> get(String path) {
        return send(to(path).GET());
    }

    /** Asks, and does not wait for the answer: as a tab that is closed while it loads. */
    void asksAndLeaves(String path) {
        try (Socket browser = new Socket("127.0.0.1", URI.create(service).getPort())) {
            browser.setSoLinger(true, 0);
            String sent = cookies.getCookieStore().getCookies().stream()
                    .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
            browser.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\nCookie: %s\r\n\r\n"
                            .formatted(path, sent)
                            .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> getAs(String authorization, String path) {
        return send(to(path).header("Authorization", authorization).GET());
    }

    HttpResponse<String> postAs(String authorization, String path, String json) {
        return send(to(path).header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> post(String path, String json) {
        return write("POST", path, json);
    }

    /** As Tasklist asks: with what belongs to the things of a list, such as who they are assigned to. */
    public HttpResponse<String> postForHal(String path, String json) {
        return send(to(path).setHeader("Accept", "application/hal+json, application/json; q=0.5")
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", camundaToken())
                .POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> write(String method, String path, String json) {
        return send(to(path).header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", camundaToken())
                .method(method, BodyPublishers.ofString(json)));
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> form(String path, String fields, String token) {
        String body = fields + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        return send(to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private String tokenOf(HttpResponse<String> page) {
        Matcher token = TOKEN.matcher(page.body());
        return token.find() ? token.group(1) : "";
    }

    private String camundaToken() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(service + path)).header("Accept", "text/html, application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
