package io.leadbaton.web;

import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page who looks at it. */
@ControllerAdvice(annotations = Page.class)
class PageFrame {

    @ModelAttribute("me")
    Visitor me(Authentication login) {
        return Visitor.of(login);
    }
}
