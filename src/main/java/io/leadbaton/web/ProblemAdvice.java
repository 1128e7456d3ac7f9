package io.leadbaton.web;

import io.leadbaton.Collided;
import io.leadbaton.FieldFault;
import io.leadbaton.InputRefused;
import io.leadbaton.NotKnown;
import io.leadbaton.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.ModelAndView;

/** Turns whatever goes wrong into an answer that says what to do, and never shows what was sent or how we are built. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final LostRace races;

    ProblemAdvice(LostRace races) {
        this.races = races;
    }

    @ExceptionHandler
    Object collided(Collided lost, HttpServletRequest request) {
        return answer(request, HttpStatus.CONFLICT, "collided", races.sentence(request.getRequestURI()));
    }

    @ExceptionHandler
    Object refused(Refused refusal, HttpServletRequest request) {
        if (refusal instanceof InputRefused input) {
            return answer(request, HttpStatus.UNPROCESSABLE_ENTITY, input.sentence(), input.faults());
        }
        HttpStatus status = refusal instanceof NotKnown ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
        String code = refusal instanceof NotKnown ? "not-known" : "refused";
        return answer(request, status, code, refusal.sentence());
    }

    @ExceptionHandler
    Object notAnswerable(RequestRefused refusal, HttpServletRequest request) {
        if (refusal.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            return later(request.getRequestURI(), refusal.sentence());
        }
        return answer(request, refusal.status(), refusal.code(), refusal.sentence());
    }

    @ExceptionHandler
    Object unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
        return notAnswerable(RequestRefused.malformedJson(), request);
    }

    @ExceptionHandler
    Object wrongType(TypeMismatchException e, HttpServletRequest request) {
        return answer(request, HttpStatus.BAD_REQUEST, "bad-query", "A part of the address has the wrong form.");
    }

    @ExceptionHandler
    Object notAllowed(AccessDeniedException e, HttpServletRequest request) {
        return answer(request, HttpStatus.FORBIDDEN, "forbidden", "Your role does not allow this.");
    }

    @ExceptionHandler
    Object anything(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse known) {
            return protocol(known, request);
        }
        if (DatabaseAway.isBehind(e)) {
            log.warn("The database did not answer a request: {}", e.getClass().getSimpleName());
            return later(request.getRequestURI(), ErrorPages.sentence(HttpStatus.SERVICE_UNAVAILABLE));
        }
        if (LostRace.isBehind(e)) {
            return collided(new Collided(), request);
        }
        log.error("A request failed", e);
        return answer(
                request,
                HttpStatus.INTERNAL_SERVER_ERROR,
                "unexpected",
                "Something went wrong on our side; nothing was stored.");
    }

    private static Object protocol(ErrorResponse known, HttpServletRequest request) {
        HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
        Object answer = answer(request, status, ErrorPages.code(status), ErrorPages.sentence(status));
        if (answer instanceof ResponseEntity<?> response) {
            return ResponseEntity.status(status)
                    .headers(known.getHeaders())
                    .headers(response.getHeaders())
                    .body(response.getBody());
        }
        return answer;
    }

    static Object later(String address, String sentence) {
        HttpStatus status = HttpStatus.SERVICE_UNAVAILABLE;
        if (!ErrorPages.isForPrograms(address)) {
            return ErrorPages.page(status, sentence);
        }
        ProblemDetail problem = Problems.problem(status, sentence, List.of(new FieldFault("", "try-later", sentence)));
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(problem);
    }

    private static Object answer(HttpServletRequest request, HttpStatus status, String code, String sentence) {
        return answer(request, status, sentence, List.of(new FieldFault("", code, sentence)));
    }

    private static Object answer(
            HttpServletRequest request, HttpStatus status, String detail, List<FieldFault> faults) {
        if (ErrorPages.isForPrograms(request.getRequestURI())) {
            return Problems.answer(status, detail, faults);
        }
        ModelAndView page = ErrorPages.page(status, detail);
        return page;
    }
}
