package id.rekap.register;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the files of one import are called: by name, or by the path as it was given where names repeat. */
final class FileNames {
    private FileNames() {}

    /** Each file once, in the order given, and its name; a file that is given again goes to the problems. */
    static Map<Path, String> of(List<Path> files, List<Problem> problems) {
        Map<Path, Path> given = new HashMap<>();
        Map<Path, String> names = new LinkedHashMap<>();
        for (Path file : files) {
            Path first = given.putIfAbsent(real(file), file);
            if (first == null) {
                names.put(file, name(file));
            } else {
                problems.add(new Problem(
                        file.toString(),
                        "",
                        null,
                        "",
                        "the same file is given twice" + (first.equals(file) ? "" : ", first as " + first),
                        "each file once",
                        "Name it once"));
            }
        }
        Map<String, Integer> often = new HashMap<>();
        names.values().forEach(name -> often.merge(name, 1, Integer::sum));
        names.replaceAll((file, name) -> often.getOrDefault(name, 0) > 1 ? file.toString() : name);
        return names;
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException cannotBeRead) {
            return file.toAbsolutePath().normalize();
        }
    }
}
