package dev.stet;

import dev.stet.error.InvalidInputException;
import dev.stet.input.Given;
import dev.stet.ref.AgentId;
import dev.stet.ref.DraftId;
import dev.stet.ref.DraftRef;
import dev.stet.ref.Ref;

/**
 * Names one content of an agent that never changes: a version, or one revision of a draft. A host keeps it with a
 * session and resolves it again and again.
 *
 * @param agent whose content
 * @param ref a version or a draft revision
 */
public record Pin(AgentId agent, Ref ref) {
    private static final String VERSION = "version";
    private static final String DRAFT = "draft";

    public Pin {
        Given.the("agent", agent);
        Given.the("pinned reference", ref);
        if (!(ref instanceof Ref.OfVersion) && !(ref instanceof Ref.OfRevision)) {
            throw new InvalidInputException("pinned reference", "a version or a draft revision", ref.toString());
        }
    }

    /** The pin in writing, ASCII on one line: what {@link #parse} reads. */
    public String token() {
        if (ref instanceof Ref.OfRevision revision) {
            return agent + " " + DRAFT + " " + revision.draft().id() + " "
                    + revision.draft().revision();
        }
        return agent + " " + VERSION + " " + ((Ref.OfVersion) ref).number();
    }

    /**
     * Reads a pin in writing.
     *
     * @throws InvalidInputException when {@code token} is none
     */
    public static Pin parse(String token) {
        String[] parts = Given.the("pin", token).split(" ", -1);
        try {
            if (parts.length == 3 && parts[1].equals(VERSION)) {
                return new Pin(AgentId.of(parts[0]), Ref.version(Long.parseLong(parts[2])));
            }
            if (parts.length == 4 && parts[1].equals(DRAFT)) {
                DraftRef draft = new DraftRef(DraftId.of(parts[2]), Long.parseLong(parts[3]));
                return new Pin(AgentId.of(parts[0]), Ref.revision(draft));
            }
        } catch (NumberFormatException notANumber) {
            throw malformed(token);
        }
        throw malformed(token);
    }

    private static InvalidInputException malformed(String token) {
        return new InvalidInputException("pin", "'AGENT version NUMBER' or 'AGENT draft ID REVISION'", token);
    }
}
