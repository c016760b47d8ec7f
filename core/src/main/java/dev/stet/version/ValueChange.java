package dev.stet.version;

import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import java.util.Optional;

/**
 * That a version changed the value at a place.
 *
 * @param version the version, which tells by whom and when
 * @param place where the value is in that version; where it came from, when the version removed it
 * @param before what it was in the version before; empty when it was not there
 * @param after what the version made of it; empty when it removed it
 */
public record ValueChange(Version version, JsonPointer place, Optional<JsonValue> before, Optional<JsonValue> after) {}
