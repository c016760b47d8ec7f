/** A diff as people read it: {@link dev.stet.render.UnifiedText} and {@link dev.stet.render.HtmlPage}. Pure functions. */
@NullMarked
package dev.stet.render;

import org.jspecify.annotations.NullMarked;
