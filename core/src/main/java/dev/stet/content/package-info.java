/**
 * What an agent is configured with, as a value: immutable JSON that can be read, compared, hashed, patched
 * and checked.
 *
 * <p>{@link dev.stet.content.Content} is the whole configuration of one agent; {@link
 * dev.stet.content.JsonValue} is any JSON inside it. Every type here is immutable and safe to share between
 * threads, and nothing a caller keeps a hold of can change one: collections and Jackson nodes are copied
 * both on the way in and on the way out.
 *
 * <p>Equality is semantic throughout: the order of object members and the spelling of numbers do not matter,
 * the order of arrays does, and text is compared code unit by code unit, without Unicode normalisation. What
 * was read is nevertheless what is written: member order and number spelling survive.
 */
@NullMarked
package dev.stet.content;

import org.jspecify.annotations.NullMarked;
