/** Agents: created, edited, listed, duplicated and deleted. */
@NullMarked
package dev.stet.registry.agent;

import org.jspecify.annotations.NullMarked;
