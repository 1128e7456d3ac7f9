package io.leadbaton.lead;

/** What is wrong with one field of an incoming lead: a code for programs, a sentence for people, never the value. */
public record FieldFault(String field, String code, String message) {}
