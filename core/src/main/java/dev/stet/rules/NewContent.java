package dev.stet.rules;

import dev.stet.content.Content;
import dev.stet.content.ContentHash;
import java.util.Optional;

/**
 * A content that a rule stores, not encoded yet.
 *
 * @param content the content
 * @param resembles a content that the agent has, and that this one may resemble, so that it can be stored as a delta
 */
public record NewContent(Content content, Optional<ContentHash> resembles) {}
