package id.rekap.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.boot.env.ConfigTreePropertySource.Option;
import org.springframework.core.env.PropertySource;

/**
 * Passwords and addresses that nobody else may know, each in a file that has the property's name, such as
 * {@code spring.datasource.password}: systemd and container platforms hand secrets over in this way.
 */
final class Secrets {
    private Secrets() {}

    /** Of the directory that the environment names, ours before systemd's. */
    static Optional<PropertySource<?>> of(@Nullable String named, @Nullable String ofSystemd) {
        Optional<Path> directory = Stream.of(Optional.ofNullable(named), Optional.ofNullable(ofSystemd))
                .flatMap(Optional::stream)
                .filter(name -> !name.isBlank())
                .findFirst()
                .map(Path::of);
        return directory.map(Secrets::in);
    }

    private static PropertySource<?> in(Path directory) {
        if (!Files.isDirectory(directory) || !Files.isReadable(directory)) {
            throw new Unusable(
                    directory + " is to hold secrets (REKAP_SECRETS, or systemd's CREDENTIALS_DIRECTORY), and"
                            + " is no directory that can be read: correct its name or its mode");
        }
        return new ConfigTreePropertySource("secrets", directory, Option.AUTO_TRIM_TRAILING_NEW_LINE);
    }
}
