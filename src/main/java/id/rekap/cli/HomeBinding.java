package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.database.DatabaseSettings;
import id.rekap.database.HomeId;
import id.rekap.database.HomeId.Found;
import id.rekap.database.HomeId.State;
import id.rekap.database.Schema;
import id.rekap.lock.LiveRuns;
import id.rekap.lock.LockHeld;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A home and its database hold one id. Only {@code init}, {@code import} and {@code demo} make either; every other command
 * works on a pair that belongs together or makes nothing at all, so that a mistyped name is no empty home.
 */
record HomeBinding(Path home, DatabaseSettings database, int poolSize) {
    static HomeBinding of(Settings settings) {
        return new HomeBinding(settings.home(), settings.database(), HomeCommand.poolSize(settings));
    }

    /** The database of a home that is one, its schema brought up to this program. */
    Database open() {
        Database opened = look();
        try {
            Schema.migrate(opened.dataSource());
            return opened;
        } catch (RuntimeException unusable) {
            opened.close();
            throw unusable;
        }
    }

    /** The same, with its schema as it is. */
    Database look() {
        HomeMark mark = mark();
        requireOwnKind(mark);
        Database opened = Database.openExisting(home, database, poolSize);
        try {
            requireTogether(mark, HomeId.in(opened.dataSource()));
            return opened;
        } catch (RuntimeException unusable) {
            opened.close();
            throw unusable;
        }
    }

    HomeMark mark() {
        return HomeMark.of(home)
                .orElseThrow(() -> new Unusable(home + " is no home of Rekap: it has no " + HomeMark.NAME
                        + ". " + HomeMark.near(home)
                        + "If its name is mistyped, name the right one with --home; if it was"
                        + " a home, bring "
                        + HomeMark.NAME
                        + " back from a backup, or bind it to its database again by ./rekap init --adopt"
                        + " --home " + home + "; else ./rekap init --home " + home + " makes it one"));
    }

    /** A home whose server is not named gets no empty database of its own, nor the other way round. */
    private void requireOwnKind(HomeMark mark) {
        if (mark.isEmbedded() != database.isEmbedded()) {
            throw new Unusable(
                    mark.isEmbedded()
                            ? home + " has the embedded database, and spring.datasource.url names "
                                    + database.address() + ". Take it out of the environment and of application.yml; if"
                                    + " the database was moved to that server, ./rekap init --adopt binds it to this home"
                            : "The database of " + home + " is " + mark.address()
                                    + " on a server, and spring.datasource.url is not set. Set SPRING_DATASOURCE_URL,"
                                    + " _USERNAME and _PASSWORD, or put them into application.yml");
        }
    }

    private void requireTogether(HomeMark mark, Found found) {
        if (mark.id().equals(found.id())) {
            return;
        }
        throw new Unusable(
                switch (found.state()) {
                    case NOTHING, UNBOUND ->
                        name() + (found.state() == State.NOTHING ? " is empty" : " belongs to no home")
                                + ". Nothing was made in it. If its name is mistyped, correct spring.datasource.url;"
                                + " if it is to be the one of " + home
                                + ", new or restored, ./rekap init --adopt binds it";
                    case FOREIGN -> name() + " has tables that are not Rekap's: name its own in spring.datasource.url";
                    case BOUND ->
                        home + " and " + name() + " do not belong together, their ids differ. Name the right home with"
                                + " --home or the right database in spring.datasource.url; if this database is to be the"
                                + " one of this home from now on, and of no other, ./rekap init --adopt binds it";
                });
    }

    private String name() {
        return database.isEmbedded() ? "The embedded database" : "The database " + database.address();
    }

    /**
     * Before anything is made in a directory that is no home yet: a database that belongs to another home says that one of
     * both names is mistyped.
     */
    void requireFree() {
        if (!database.isEmbedded() && HomeMark.of(home).isEmpty()) {
            Found found = HomeId.peek(database);
            if (found.state() == State.BOUND
                    && HomeMark.draftOf(home)
                            .map(HomeMark::id)
                            .filter(id -> id.equals(found.id()))
                            .isEmpty()) {
                throw strangers();
            }
        }
    }

    private Unusable strangers() {
        return new Unusable(name() + " belongs to another home than " + home
                + ". Nothing was made. Name that home with --home, or another database in spring.datasource.url; if this"
                + " directory is to be its home from now on, and no other, ./rekap init --adopt binds it");
    }

    /** The database of a home; where the directory is no home yet, it becomes one. */
    Database make(Clock clock, boolean isDemo) {
        if (HomeMark.of(home).isPresent()) {
            return open();
        }
        Optional<HomeMark> begun = HomeMark.draftOf(home);
        HomeMark draft = begun.orElseGet(() -> HomeMark.fresh(database, isDemo))
                .of(database)
                .ofDemo(isDemo);
        draft.draft(home);
        Database opened = Database.open(home, database, poolSize);
        boolean isClaimed = false;
        try {
            DataSource dataSource = opened.dataSource();
            Schema.migrate(dataSource);
            if (HomeId.in(dataSource).state() == State.UNBOUND && !HomeId.isUnused(dataSource)) {
                throw new Unusable(name() + " was used before it had an id: ./rekap init --adopt binds it to " + home);
            }
            if (!HomeId.claim(dataSource, draft.id(), clock.instant()).equals(draft.id())) {
                throw strangers();
            }
            isClaimed = true;
            draft.complete(home);
            return opened;
        } catch (RuntimeException unusable) {
            opened.close();
            // the database has its id by now: without the draft it would be another home's
            if (begun.isEmpty() && !isClaimed) {
                HomeMark.forgetDraft(home);
            }
            throw unusable;
        }
    }

    /**
     * Binds the database to this home, whatever either was bound to. The database takes the home's id, and where the home has
     * lost its own, both get a new one: a home that believed that the database is its own is told so.
     */
    Database adopt(String who, Clock clock) {
        HomeMark mark = HomeMark.of(home)
                .or(() -> HomeMark.draftOf(home))
                .orElseGet(() -> HomeMark.fresh(database, false))
                .of(database);
        if (HomeMark.of(home).isEmpty()) {
            mark.draft(home);
        }
        Database opened = Database.open(home, database, poolSize);
        try {
            Schema.migrate(opened.dataSource());
            if (!new LiveRuns(new JdbcTemplate(opened.dataSource()))
                    .of(null, null)
                    .isEmpty()) {
                throw new LockHeld(
                        "A run works in " + name() + ": nothing was bound. End it by the command stop in its own home");
            }
            HomeId.replace(opened.dataSource(), mark.id(), who, home.toString(), clock.instant());
            mark.complete(home);
            return opened;
        } catch (RuntimeException unusable) {
            opened.close();
            throw unusable;
        }
    }
}
