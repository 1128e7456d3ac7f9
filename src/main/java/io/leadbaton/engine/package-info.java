/**
 * Configures Camunda: what history keeps, what expressions may reach, how jobs run, and which ways into the engine are shut.
 * It knows no feature; beans are named, never imported.
 */
package io.leadbaton.engine;
