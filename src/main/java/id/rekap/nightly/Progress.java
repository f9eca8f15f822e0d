package id.rekap.nightly;

/** Is told how far long work has come. Called from several threads. */
public interface Progress {
    /** A step begins. */
    void step(String name);

    /** The total of the step's work has grown by this many. */
    void expect(long more);

    /** So much of it is done, and holds so many rows. */
    void done(long items, long rows);

    /** Work waits for something, and says for what. */
    void waits(String why);

    /** Says nothing. */
    Progress NONE = new Progress() {
        @Override
        public void step(String name) {}

        @Override
        public void expect(long more) {}

        @Override
        public void done(long items, long rows) {}

        @Override
        public void waits(String why) {}
    };
}
