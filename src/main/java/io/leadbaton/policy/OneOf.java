package io.leadbaton.policy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The only words that an argument of a step takes, or that a step answers: those of a kind, or just these. */
@Documented
@Target({ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface OneOf {

    /** The words, when they belong to this step only. */
    String[] value() default {};

    /** The kind, when others use the words too. */
    WordKind[] kind() default {};
}
