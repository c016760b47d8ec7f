/** Environments, the pipelines they form, and the deployments that say what each serves. */
@NullMarked
package dev.stet.environment;

import org.jspecify.annotations.NullMarked;
