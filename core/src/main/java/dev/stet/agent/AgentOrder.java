package dev.stet.agent;

/** The orders in which agents are listed. Ties are broken by id, ascending, so that both orders are total. */
public enum AgentOrder {
    /** By time of creation, latest first. */
    NEWEST_FIRST,
    /** By {@linkplain Agent#sortName() folded name}, compared by Unicode code point, ascending. */
    BY_NAME
}
