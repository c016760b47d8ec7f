package dev.stet.content;

import dev.stet.input.Given;
import dev.stet.shown.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the host demands of the content of a kind of agent. Immutable: each method returns rules that demand more.
 *
 * <pre>{@code
 * ContentRules rules = ContentRules.none()
 *         .require("prompt", "model")
 *         .allowOnly("tools")
 *         .check(content -> budgetFindings(content));
 * }</pre>
 */
public final class ContentRules {

    private static final ContentRules NONE = new ContentRules(Set.of(), Optional.empty(), List.of());

    private final Set<String> required;
    private final Optional<Set<String>> allowed;
    private final List<ContentValidator> validators;

    private ContentRules(Set<String> required, Optional<Set<String>> allowed, List<ContentValidator> validators) {
        this.required = required;
        this.allowed = allowed;
        this.validators = validators;
    }

    /** Rules that every content obeys. */
    public static ContentRules none() {
        return NONE;
    }

    /** These rules, and the sections must be there, whatever their value. */
    public ContentRules require(String... sections) {
        return new ContentRules(
                union(required, Given.the("sections that must be there", sections)), allowed, validators);
    }

    /** These rules, and sections other than the required and those allowed here or before must not be there. */
    public ContentRules allowOnly(String... sections) {
        Set<String> more = union(allowed.orElse(Set.of()), Given.the("sections that may be there", sections));
        return new ContentRules(required, Optional.of(more), validators);
    }

    /** These rules, and the validator must find nothing. */
    public ContentRules check(ContentValidator validator) {
        List<ContentValidator> more = new ArrayList<>(validators);
        more.add(Given.the("content validator", validator));
        return new ContentRules(required, allowed, List.copyOf(more));
    }

    /**
     * Everything these rules object to, in a stable order: missing sections ({@code section-missing}) as they were
     * required, unknown sections ({@code section-unknown}) as they stand in the content, then what the validators
     * find, in the order of their registration.
     *
     * @return immutable; empty when the content obeys
     */
    public List<Finding> findings(Content content) {
        Given.the("content to check", content);
        List<Finding> findings = new ArrayList<>();
        required.stream()
                .filter(name -> content.section(name).isEmpty())
                .map(this::missing)
                .forEach(findings::add);
        allowed.ifPresent(names -> content.sections().stream()
                .filter(name -> !names.contains(name) && !required.contains(name))
                .map(this::unknown)
                .forEach(findings::add));
        for (ContentValidator validator : validators) {
            findings.addAll(validator.check(content));
        }
        return List.copyOf(findings);
    }

    private Finding missing(String name) {
        return new Finding(
                JsonPointer.ROOT.append(name),
                "section-missing",
                "expected the section " + Shown.quoted(name) + ", found none; add it");
    }

    private Finding unknown(String name) {
        Set<String> known = new LinkedHashSet<>(required);
        allowed.ifPresent(known::addAll);
        return new Finding(
                JsonPointer.ROOT.append(name),
                "section-unknown",
                "expected only the sections " + known + ", found " + Shown.quoted(name) + "; remove or rename it");
    }

    private static Set<String> union(Set<String> names, String... more) {
        Set<String> union = new LinkedHashSet<>(names);
        union.addAll(Given.list("section", Arrays.asList(more)));
        return union;
    }
}
