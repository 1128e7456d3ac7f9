package io.leadbaton.web;

import io.leadbaton.FieldFault;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers what never reached a controller: a page for people, a problem for programs. */
@Controller
class ErrorPages implements ErrorController {

    @RequestMapping("${server.error.path:/error}")
    Object error(HttpServletRequest request) {
        Object address = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause
                && DatabaseAway.isBehind(cause)) {
            return ProblemAdvice.later(String.valueOf(address), sentence(HttpStatus.SERVICE_UNAVAILABLE));
        }
        HttpStatus status = status(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        String sentence = sentence(status);
        if (address == null || isForPrograms(address.toString())) {
            return Problems.answer(status, sentence, List.of(new FieldFault("", code(status), sentence)));
        }
        return page(status, sentence);
    }

    static boolean isForPrograms(String address) {
        return address.startsWith("/api/") || address.startsWith("/engine-rest") || address.startsWith("/camunda/api");
    }

    static ModelAndView page(HttpStatus status, String sentence) {
        String view = status == HttpStatus.FORBIDDEN ? "error/403" : "error";
        return new ModelAndView(view, Map.of("status", status.value(), "sentence", sentence), status);
    }

    static String code(HttpStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String sentence(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "The request cannot be understood.";
            case UNAUTHORIZED -> "Log in first, or send a key.";
            case FORBIDDEN -> "Your role does not allow this.";
            case NOT_FOUND -> "There is nothing here.";
            case METHOD_NOT_ALLOWED -> "This address does not take that method.";
            case NOT_ACCEPTABLE -> "The answer is JSON; ask for that.";
            case UNSUPPORTED_MEDIA_TYPE -> "The body is of a kind that is not taken here.";
            case SERVICE_UNAVAILABLE -> "The database does not answer; try again in a few seconds. Nothing was stored.";
            default -> "Something went wrong; nothing was stored.";
        };
    }

    private static HttpStatus status(@Nullable Object code) {
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }
}
