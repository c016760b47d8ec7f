package dev.stet.content;

import java.util.List;

/** A rule of the host about content that section names alone cannot express. */
@FunctionalInterface
public interface ContentValidator {

    /**
     * Looks for what breaks the rule. Must depend on nothing but the content, and be safe to call from several
     * threads: contents are checked whenever and as often as needed.
     *
     * @return what was found, in a stable order; empty when the content obeys
     */
    List<Finding> check(Content content);
}
