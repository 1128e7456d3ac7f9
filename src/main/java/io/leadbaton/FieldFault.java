package io.leadbaton;

/**
 * What is wrong with one field of an input: a code for programs, a sentence for people, never the value.
 *
 * @param field the field's name, with slashes between the names of nested ones; empty for the input as a whole
 */
public record FieldFault(String field, String code, String message) {}
