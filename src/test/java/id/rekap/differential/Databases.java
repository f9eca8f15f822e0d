package id.rekap.differential;

import id.rekap.database.DatabaseSettings;
import id.rekap.testing.TestServer;

/** Those of both homes: made once, and emptied for each seed. */
record Databases(DatabaseSettings steps, DatabaseSettings anew) {
    static Databases made() {
        return new Databases(TestServer.get().freshSchema(), TestServer.get().freshSchema());
    }

    void empty() {
        TestServer.get().emptied(steps);
        TestServer.get().emptied(anew);
    }
}
