package id.rekap.cli;

import id.rekap.database.Database;
import picocli.CommandLine.Command;

/** Makes HOME and the schema. */
@Command(name = "init", description = "Makes HOME and the schema.")
final class InitCommand extends HomeCommand {
    private record Ready(String home, boolean embedded) {}

    @Override
    boolean makesHome() {
        return true;
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
                        + ". Next: ./rekap import agencies FILE");
            }
        }
        return Exit.DONE;
    }
}
