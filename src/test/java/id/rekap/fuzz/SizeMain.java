package id.rekap.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.springframework.util.FileSystemUtils;

/** {@code SEED AT_ONCE [KIND…]}: nights with so many kinds of large drops each, until every kind had one. */
final class SizeMain {
    private static final int SHOWN = 600;

    private SizeMain() {}

    public static void main(String[] arguments) throws Exception {
        long seed = Long.parseLong(arguments[0]);
        int atOnce = Integer.parseInt(arguments[1]);
        List<Size> sizes = arguments.length > 2
                ? Arrays.stream(arguments).skip(2).map(Size::valueOf).toList()
                : List.of(Size.values());
        List<String> wrong = new ArrayList<>();
        for (int from = 0; from < sizes.size(); from += atOnce) {
            wrong.addAll(night(sizes.subList(from, Math.min(sizes.size(), from + atOnce)), seed));
        }
        System.out.println(wrong.isEmpty() ? "Every night ended with 0, the others as before." : wrong);
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    private static List<String> night(List<Size> sizes, long seed) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("rekap-sizes");
        try {
            SizeNights nights = new SizeNights(work.resolve("home"));
            if (nights.first().exit() != 0) {
                throw new IllegalStateException("The night before was to end with 0");
            }
            SizeNights.Night night = nights.run(SizeNights.of(sizes, new SplittableRandom(seed)));
            System.out.println(sizes + " exit " + night.exit() + ", " + Math.round(night.seconds()) + " s");
            night.became().forEach((size, became) -> System.out.println("   " + size + ": " + shortened(became)));
            if (!night.wrong().isEmpty()) {
                System.out.println(night.said());
            }
            return night.wrong().stream().map(w -> sizes + " " + w).toList();
        } finally {
            FileSystemUtils.deleteRecursively(work);
        }
    }

    private static String shortened(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
