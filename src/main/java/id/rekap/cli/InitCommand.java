package id.rekap.cli;

import id.rekap.database.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes HOME and the schema, and binds them to each other. */
@Command(name = "init", description = "Makes HOME and the schema.")
final class InitCommand extends HomeCommand {
    @Option(
            names = "--adopt",
            description =
                    "Bind the database to this home whatever either was bound to: one that is new, moved or restored.")
    private boolean adopt;

    private record Ready(String home, boolean embedded) {}

    @Override
    boolean makesHome() {
        return true;
    }

    @Override
    boolean adopts() {
        return adopt;
    }

    @Override
    boolean restoresFolders() {
        return true;
    }

    @Override
    Database database(Settings settings) {
        return adopt ? HomeBinding.of(settings).adopt(who(), clock()) : super.database(settings);
    }

    @Override
    public Integer call() {
        Settings settings = settings();
        try (Database database = database(settings)) {
            if (json()) {
                printJson(new Ready(settings.home().toString(), database.embedded()));
            } else {
                Terminal.out(settings.home() + " is ready, with "
                        + (database.embedded() ? "the embedded database" : "the database that is configured")
                        + (adopt
                                ? ", which belongs to it from now on, and to no other. Next: ./rekap doctor"
                                : ". Next: ./rekap import agencies FILE"));
            }
        }
        return Exit.DONE;
    }
}
