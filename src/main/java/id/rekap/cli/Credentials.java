package id.rekap.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.boot.env.ConfigTreePropertySource.Option;
import org.springframework.core.env.PropertySource;

/**
 * Secrets that neither the environment nor a file of the home holds: systemd puts them, and other keepers of secrets mount
 * them, as files that are named by their properties, {@code spring.datasource.password} for one.
 */
final class Credentials {
    /** systemd's name for where they are. */
    private static final String VARIABLE = "CREDENTIALS_DIRECTORY";

    private Credentials() {}

    static Optional<PropertySource<?>> given() {
        return in(System.getenv(VARIABLE));
    }

    private static Optional<PropertySource<?>> in(@Nullable String directory) {
        if (directory == null || directory.isEmpty()) {
            return Optional.empty();
        }
        if (!Files.isReadable(Path.of(directory)) || !Files.isDirectory(Path.of(directory))) {
            throw new Unusable(
                    VARIABLE + " is " + directory + ", which is no directory that this user may read. Correct"
                            + " it, or take it out of the environment");
        }
        return Optional.of(
                new ConfigTreePropertySource(VARIABLE, Path.of(directory), Option.AUTO_TRIM_TRAILING_NEW_LINE));
    }
}
