/** Several nodes on one database, and one node whose database, pool or clock fails it. */
package io.leadbaton.nodes;
