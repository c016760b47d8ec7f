package dev.stet.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

@PropertyDefaults(tries = 300)
@Domain(JsonDomain.class)
@Domain(DomainContext.Global.class)
class ContentTest {

    private static final Content CONTENT =
            Content.parse("{\"prompt\": \"Be kind.\", \"model\": {\"name\": \"m\", \"temperature\": 0.70}}");

    @Test
    void sectionsAreTheTopLevelMembersInTheirOrder() {
        assertEquals(List.of("prompt", "model"), List.copyOf(CONTENT.sections()));
        assertEquals(Optional.of(JsonValue.of("Be kind.")), CONTENT.section("prompt"));
        assertEquals(Optional.empty(), CONTENT.section("tools"));
        assertThrows(
                UnsupportedOperationException.class, () -> CONTENT.sections().clear());
        assertThrows(
                UnsupportedOperationException.class, () -> CONTENT.sections().remove("prompt"));
        assertThrows(
                UnsupportedOperationException.class,
                () -> CONTENT.root().members().put("a", JsonNull.NULL));
    }

    @Test
    void sectionsAreSetInTheirPlaceAndAddedAtTheEnd() {
        Content changed = CONTENT.withSection("prompt", JsonNull.NULL).withSection("tools", JsonArray.of());

        assertEquals(
                "{\"prompt\":null,\"model\":{\"name\":\"m\",\"temperature\":0.70},\"tools\":[]}", changed.toJson());
        assertEquals(CONTENT.withoutSection("prompt").sections(), Set.of("model"));
        assertSame(CONTENT, CONTENT.withoutSection("tools"));
    }

    @Test
    void knowsItsExtent() {
        assertEquals(CONTENT.toBytes().length, CONTENT.size());
        assertEquals(2, CONTENT.depth());
        assertEquals(2, CONTENT.digits());
        assertEquals(2, Content.empty().size());
        assertEquals(1, Content.empty().depth());
        assertEquals(0, Content.empty().digits());
    }

    @Test
    void toStringNeverShowsTheConfiguration() {
        assertEquals(
                "Content[sections=\"prompt\", \"model\", size=61, hash="
                        + CONTENT.hash().abbreviated() + "]",
                CONTENT.toString());
        assertFalse(Content.parse("{\"a\":\"secret\"}").toString().contains("secret"));
    }

    @Test
    void theBytesHandedOutBelongToTheCaller() {
        byte[] bytes = CONTENT.toBytes();
        bytes[0] = 'x';

        assertArrayEquals(CONTENT.toJson().getBytes(StandardCharsets.UTF_8), CONTENT.toBytes());
    }

    @Property
    void bytesAndTextReadTheSame(@ForAll Content content) {
        assertEquals(
                content.toJson(),
                Content.parse(content.toBytes(), ContentLimits.DEFAULT).toJson());
        assertEquals(content.toJson(), Content.parse(content.toJson()).toJson());
    }

    @Property
    void retellingKeepsTheHashAndALeafChangesIt(@ForAll Content content, @ForAll long seed) {
        JsonObject retold = (JsonObject) new Variants(seed).retold(content.root());
        JsonObject changed = (JsonObject)
                new Variants(seed).withOneLeafChanged(content.root().with("leaf", JsonNull.NULL));

        assertEquals(content, Content.of(retold));
        assertEquals(content.hash(), Content.of(retold).hash());
        assertEquals(content.hashCode(), Content.of(retold).hashCode());
        assertNotEquals(content.withSection("leaf", JsonNull.NULL), Content.of(changed));
    }

    @Property
    void changesAreThoseOfTheSections(@ForAll Content before, @ForAll Content after, @ForAll long seed) {
        Content mixed = before;
        for (String name : after.sections()) {
            mixed = mixed.withSection(name, after.section(name).orElseThrow());
        }
        Content retold = Content.of((JsonObject) new Variants(seed).retold(mixed.root()));
        SectionChanges changes = before.changesTo(retold);

        Set<String> added = new TreeSet<>(after.sections());
        added.removeAll(before.sections());
        assertEquals(added, changes.added());
        assertEquals(Set.of(), changes.removed());
        assertEquals(before.equals(mixed), changes.isEmpty());
        assertEquals(changes.added(), retold.changesTo(before).removed());
        assertEquals(changes.changed(), retold.changesTo(before).changed());
    }
}
