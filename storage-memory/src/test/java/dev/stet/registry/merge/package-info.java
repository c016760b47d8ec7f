/** What two people made of one version, put together. */
@NullMarked
package dev.stet.registry.merge;

import org.jspecify.annotations.NullMarked;
