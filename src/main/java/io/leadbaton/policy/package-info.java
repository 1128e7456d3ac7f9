/**
 * What an organisation's processes, decisions and forms look like from outside the engine: the files of a policy, the hash that names
 * a version of it, and the checks that refuse a broken one. The engine's deployer makes a version live; leads carry its hash.
 */
@NullMarked
package io.leadbaton.policy;

import org.jspecify.annotations.NullMarked;
