package dev.stet.agent;

import dev.stet.error.InvalidInputException;
import java.util.List;

/**
 * How long the texts may be that people write beside the content, in Unicode code points. Content has limits of its own.
 *
 * @param name of agents, drafts, kinds and tags
 * @param label of versions
 * @param description of agents and versions
 * @param reason of deployments and freezes
 */
public record TextLimits(int name, int label, int description, int reason) {
    /**
     * Limits of the host's own.
     *
     * @throws InvalidInputException when one is not positive
     */
    public TextLimits {
        if (Math.min(Math.min(name, label), Math.min(description, reason)) < 1) {
            throw new InvalidInputException(
                    "text limit",
                    "1 or more",
                    List.of(name, label, description, reason).toString());
        }
    }

    /** 200 for names and labels, 2,000 for descriptions and reasons. */
    public static final TextLimits DEFAULT = new TextLimits(200, 200, 2_000, 2_000);

    public TextLimits withName(int codePoints) {
        return new TextLimits(codePoints, label, description, reason);
    }

    public TextLimits withReason(int codePoints) {
        return new TextLimits(name, label, description, codePoints);
    }

    public TextLimits withLabel(int codePoints) {
        return new TextLimits(name, codePoints, description, reason);
    }

    public TextLimits withDescription(int codePoints) {
        return new TextLimits(name, label, codePoints, reason);
    }
}
