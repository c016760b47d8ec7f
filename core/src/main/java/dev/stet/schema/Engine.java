package dev.stet.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.keyword.KeywordValidator;
import dev.stet.content.JsonPointer;
import dev.stet.content.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A scanned document as schemas of the library. All of it is made at once, so that nothing is left to be made by the threads
 * that use it.
 */
final class Engine {

    private static final String DIALECT = "stet:checked";

    private final Scan scan;
    private final Assertions assertions;
    private final SchemaContext context;
    private final Map<JsonPointer, Schema> made = new HashMap<>();
    private final List<ReferenceValidator> references = new ArrayList<>();
    private final Schema root;

    private Engine(Scan scan) {
        this.scan = scan;
        this.assertions = new Assertions(scan);
        this.context = new SchemaContext(dialect(), registry());
        this.root = make(scan.root());
        targets().forEach(target -> {
            if (!made.containsKey(target.at())) {
                make(target);
            }
        });
        references.forEach(reference -> reference.link(made));
    }

    static Engine of(Scan scan) {
        return new Engine(scan);
    }

    /** Checks a value; what is found, and whether the check ended early, is in the budget and the exception. */
    void check(JsonValue instance, Budget budget) {
        root.validate(budget, instance.toJsonNode());
    }

    /** What is referred to, those around others first, because making those makes the others. */
    private List<Subschema> targets() {
        Set<Subschema> targets = new LinkedHashSet<>();
        scan.schemas().forEach(schema -> targets.addAll(schema.references().values()));
        return targets.stream()
                .sorted(Comparator.comparingInt(target -> target.at().tokens().size()))
                .toList();
    }

    private Schema make(Subschema schema) {
        SchemaLocation location = SchemaLocation.DOCUMENT;
        for (String token : schema.at().tokens()) {
            location = location.append(token);
        }
        JsonNode plain = PlainSchema.of(schema, scan.draft());
        Schema whole = context.getSchemaRegistry().create(context, location, plain, null);
        made.put(schema.at(), whole);
        return whole;
    }

    /** The library may load nothing at all, and its own messages are not used. */
    private SchemaRegistry registry() {
        Dialect only = dialect();
        return SchemaRegistry.builder()
                .defaultDialectId(DIALECT)
                .dialectRegistry((id, registry) -> only)
                .schemaLoader(loader -> loader.allow(iri -> false))
                .schemaCacheEnabled(false)
                .schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .messageSource((key, message, locale, arguments) -> "")
                        .build())
                .build();
    }

    private Dialect dialect() {
        // The version decides nothing but what unevaluatedItems looks at, and that contains has bounds.
        SpecificationVersion version = scan.draft() == Draft.DRAFT_2020_12
                ? SpecificationVersion.DRAFT_2020_12
                : SpecificationVersion.DRAFT_2019_09;
        Dialect.Builder dialect = Dialect.builder(DIALECT)
                .specificationVersion(version)
                .unknownKeywordFactory((word, unused) -> null)
                .keyword(KeywordType.TRUE)
                .keyword(KeywordType.FALSE);
        for (Keyword keyword : Keyword.values()) {
            if (Keyword.of(keyword.word(), scan.draft()).isPresent()) {
                GuardedKeyword guarded = new GuardedKeyword(keyword, this::validator);
                dialect.keywords(keywords -> keywords.put(PlainSchema.word(keyword), guarded));
            }
        }
        return dialect.build();
    }

    private KeywordValidator validator(Keyword keyword, OwnValidator.Site site) {
        made.putIfAbsent(Place.of(site.parent().getSchemaLocation().getFragment()), site.parent());
        Optional<Assertion> assertion =
                assertions.of(keyword, site.value(), site.parent().getSchemaNode());
        if (assertion.isPresent()) {
            return new AssertionValidator(keyword, site, assertion.get());
        }
        return switch (keyword) {
            case REF, DYNAMIC_REF, RECURSIVE_REF -> reference(keyword, site);
            case DEFINITIONS, DEFS, THEN, ELSE, ADDITIONAL_ITEMS, MIN_CONTAINS, MAX_CONTAINS, FORMAT ->
                new AssertionValidator(keyword, site, (value, report) -> {});
            case PATTERN_PROPERTIES -> new PatternPropertiesValidator(keyword, site, scan);
            case ADDITIONAL_PROPERTIES -> new AdditionalPropertiesValidator(keyword, site, scan);
            case DEPENDENCIES, DEPENDENT_SCHEMAS -> new DependenciesValidator(keyword, site);
            default -> library(keyword).newValidator(site.location(), site.value(), site.parent(), site.context());
        };
    }

    /** The schema at a place of the document. */
    Optional<Schema> schema(JsonPointer at) {
        return Optional.ofNullable(made.get(at));
    }

    private KeywordValidator reference(Keyword keyword, OwnValidator.Site site) {
        Subschema around =
                scan.schema(Place.of(site.parent().getSchemaLocation().getFragment()));
        MetaSchema.Part part = around.metaSchemas().get(keyword);
        if (part != null) {
            return new MetaReferenceValidator(keyword, site, around.at().append(keyword.word()), part);
        }
        Subschema target = around.references().get(keyword);
        if (target == null) {
            throw new IllegalStateException("expected a resolved reference; this is a fault of Stet");
        }
        ReferenceValidator reference = new ReferenceValidator(keyword, site, target.at());
        references.add(reference);
        return reference;
    }

    private KeywordType library(Keyword keyword) {
        if (keyword == Keyword.ITEMS) {
            return scan.draft() == Draft.DRAFT_2020_12 ? KeywordType.ITEMS : KeywordType.ITEMS_LEGACY;
        }
        return KeywordType.fromValue(keyword.word());
    }
}
