package dev.stet.storage.jdbc.wire;

/**
 * Harm at one event. Where that is a connection being asked for, there is none, and harm has to say why.
 *
 * @param event which, counted from 1 since the events were last forgotten
 * @param moment before it took effect, or after
 * @param harm what happens
 */
public record Injection(int event, Moment moment, Harm harm) {
    /** When, seen from the event. */
    public enum Moment {
        BEFORE,
        AFTER
    }
}
