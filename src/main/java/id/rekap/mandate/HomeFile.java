package id.rekap.mandate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of {@code jobs/}: HOME's before the one that the program brings.
 *
 * @param name as messages name it
 */
public record HomeFile(String name, String text) {
    /** None where there is neither. */
    static Optional<HomeFile> find(Path home, String name) {
        Path own = home.resolve(name);
        try (InputStream packaged = HomeFile.class.getResourceAsStream("/" + name)) {
            if (Files.isRegularFile(own)) {
                return Optional.of(new HomeFile(own.toString(), Files.readString(own)));
            }
            return packaged == null
                    ? Optional.empty()
                    : Optional.of(new HomeFile(name, new String(packaged.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (CharacterCodingException e) {
            throw new ConfigurationInvalid(own + " is no text in UTF-8: save it as one");
        } catch (IOException e) {
            throw new ConfigurationInvalid(own + " cannot be read: " + e.getMessage());
        }
    }

    /** One that the program always brings. */
    public static HomeFile of(Path home, String name) {
        return find(home, name)
                .orElseThrow(() -> new ConfigurationInvalid("The program lacks its " + name + ": build it again"));
    }
}
