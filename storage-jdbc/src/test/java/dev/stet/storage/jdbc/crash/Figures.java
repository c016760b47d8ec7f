package dev.stet.storage.jdbc.crash;

/**
 * What happened in a number of rounds.
 *
 * @param rounds how many there were, each with one kill
 * @param acknowledged how many changes were acknowledged in them
 * @param inDoubt how many calls nobody knew the outcome of
 * @param inDoubtMade how many of those were there after all
 * @param unmade how many calls were said not to have been made, because the store failed
 */
record Figures(int rounds, long acknowledged, long inDoubt, long inDoubtMade, long unmade) {
    private static final System.Logger LOG = System.getLogger(Figures.class.getName());

    /** Where whoever ran a campaign finds it: in what the tests print. */
    void tell(String crashesOf) {
        LOG.log(System.Logger.Level.INFO, "Crashes of {0}: {1}", crashesOf, this);
    }
}
