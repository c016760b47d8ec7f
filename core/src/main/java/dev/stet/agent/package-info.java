/** The agent: the configured thing itself, apart from its content. */
@NullMarked
package dev.stet.agent;

import org.jspecify.annotations.NullMarked;
