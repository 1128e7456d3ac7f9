package io.leadbaton.web;

import io.leadbaton.FieldFault;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Says what went wrong in the form of RFC 9457, with every fault by its place in the request. */
final class Problems {

    private Problems() {}

    static ResponseEntity<ProblemDetail> answer(HttpStatusCode status, String detail, List<FieldFault> faults) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(status, detail, faults));
    }

    static ProblemDetail problem(HttpStatusCode status, String detail, List<FieldFault> faults) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("about:blank"));
        problem.setProperty("errors", faults.stream().map(Problems::located).toList());
        return problem;
    }

    private static Located located(FieldFault fault) {
        String pointer = fault.field().isEmpty() ? "" : "/" + fault.field().replace("~", "~0");
        return new Located(pointer, fault.code(), fault.message());
    }

    /** One fault at its JSON pointer. */
    record Located(String pointer, String code, String message) {}
}
