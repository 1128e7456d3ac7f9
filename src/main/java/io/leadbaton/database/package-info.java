/**
 * Where the data lives: a durable PostgreSQL of our own in the data folder when nobody names another one, else the
 * database that was named. What stops a start is said in one sentence.
 */
@NullMarked
package io.leadbaton.database;

import org.jspecify.annotations.NullMarked;
