package dev.stet.facts;

import dev.stet.content.ContentLimits;
import dev.stet.content.JsonObject;
import dev.stet.content.JsonString;
import dev.stet.content.JsonValue;
import dev.stet.ref.DraftId;
import dev.stet.retention.RetentionOutcome;
import dev.stet.version.PublishOutcome.Equal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A {@link Receipt} as the JSON object of texts that a column holds; none where there is nothing in it. */
final class Receipts {
    private static final ContentLimits STORED = new ContentLimits(2, Integer.MAX_VALUE, 1);
    private static final String EQUAL = "equal";
    private static final String NEXT = "next";
    private static final String VERSIONS = "versions";
    private static final String REVISIONS = "revisions";
    private static final String CONTENTS = "contents";
    private static final String BYTES = "bytes";
    private static final String MORE = "more";

    private Receipts() {}

    static Optional<String> text(Receipt receipt) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        if (receipt instanceof Receipt.OfPublish publish) {
            publish.equal().ifPresent(equal -> put(members, EQUAL, equal));
            publish.next().ifPresent(next -> put(members, NEXT, next));
        } else if (receipt instanceof Receipt.OfRetention retention) {
            RetentionOutcome outcome = retention.outcome();
            put(members, VERSIONS, outcome.versions());
            put(members, REVISIONS, outcome.revisions());
            put(members, CONTENTS, outcome.contents());
            put(members, BYTES, outcome.bytes());
            put(members, MORE, outcome.more());
        }
        return members.isEmpty() ? Optional.empty() : Optional.of(new JsonObject(members).toJson());
    }

    static Receipt receipt(String json) {
        JsonObject members = (JsonObject) JsonValue.parse(json, STORED);
        if (members.find(MORE).isPresent()) {
            return new Receipt.OfRetention(new RetentionOutcome(
                    number(members, VERSIONS),
                    number(members, REVISIONS),
                    number(members, CONTENTS),
                    number(members, BYTES),
                    Boolean.parseBoolean(text(members, MORE).orElseThrow())));
        }
        return new Receipt.OfPublish(
                text(members, EQUAL).map(Equal::valueOf), text(members, NEXT).map(DraftId::of));
    }

    private static void put(Map<String, JsonValue> members, String name, Object value) {
        members.put(name, JsonValue.of(value.toString()));
    }

    private static long number(JsonObject members, String name) {
        return Long.parseLong(text(members, name).orElseThrow());
    }

    private static Optional<String> text(JsonObject members, String name) {
        return members.find(name).map(text -> ((JsonString) text).value());
    }
}
