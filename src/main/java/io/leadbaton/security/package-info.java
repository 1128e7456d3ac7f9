/**
 * Decides who comes in and what each role may do: one login and one session for every page, API and Camunda application,
 * keys for intake, and the roles, rights and task filters a new installation starts with.
 */
package io.leadbaton.security;
