package id.rekap.tabular;

import id.rekap.catalogue.ExceptionCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** The two forms that are read. A file is of a form when its name says so and its bytes agree. */
enum Form {
    CSV,
    XLSX;

    static Form of(Path file, String name) throws FileRefused, IOException {
        String extension = extension(name);
        Content content = Content.of(file);
        boolean text = content == Content.TEXT;
        if (text && (extension.equals("csv") || extension.equals("txt"))) {
            return CSV;
        }
        if (content == Content.XLSX && extension.equals("xlsx")) {
            return XLSX;
        }
        throw new FileRefused(ExceptionCode.FILE_UNREADABLE, "", named(extension, content), "csv, txt, xlsx")
                .inEnglish(inEnglish(extension, content), "csv, txt, xlsx");
    }

    private static String inEnglish(String extension, Content content) {
        String is = content.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return content.isNamed(extension)
                ? "a file of the form " + is
                : "its name ends in \"" + extension + "\", its content is " + is;
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Names the form by its bytes, and by its name where the two disagree. */
    private static String named(String extension, Content content) {
        boolean plain = !extension.isEmpty()
                && extension.length() <= 8
                && extension.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
        String claimed = plain ? extension : "tanpa ekstensi yang dikenal";
        if (content.isNamed(extension)) {
            return content.label;
        }
        return content == Content.TEXT && !extension.equals("xlsx") ? claimed : claimed + ", isinya " + content.label;
    }
}
