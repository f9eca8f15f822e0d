package id.rekap.report;

import id.rekap.files.Durable;
import id.rekap.files.Fence;
import id.rekap.files.Modes;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Takes sets off the shelf. Readers are led elsewhere first; each part may be repeated. */
final class Removal {
    private final Shelf shelf;

    Removal(Shelf shelf) {
        this.shelf = shelf;
    }

    /** Leads readers to the newest of the other dates, then removes this one and all its revisions. */
    boolean unpublish(LocalDate date, Fence fence) throws IOException {
        fence.check();
        boolean isChanged = shelf.leadElsewhere(date);
        for (SetName set : shelf.sets()) {
            if (set.date().equals(date)) {
                Path place = shelf.placeOf(date, set.revision());
                Files.move(place, Shelf.gone(place), StandardCopyOption.ATOMIC_MOVE);
                isChanged = true;
            }
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(shelf.history(), ".*" + date + ".*")) {
            for (Path one : left) {
                Trees.delete(one);
            }
        }
        return isChanged;
    }

    /**
     * Moves sets of a date out of the way: readers are led to the revision before them, or to another date.
     *
     * @return where they lie now
     */
    List<Path> setAside(LocalDate date, List<Integer> revisions, Fence fence) throws IOException {
        fence.check();
        int left = shelf.sets().stream()
                .filter(set -> set.date().equals(date) && !revisions.contains(set.revision()))
                .mapToInt(SetName::revision)
                .max()
                .orElse(0);
        if (left == 0) {
            shelf.leadElsewhere(date);
        } else {
            shelf.leadTo(date, left);
        }
        Path aside = shelf.history().resolve(".aside");
        Modes.EVERYONE.makeFolders(aside);
        List<Path> moved = new ArrayList<>();
        for (int revision : revisions) {
            Path place = shelf.placeOf(date, revision);
            Path to = free(aside, String.valueOf(place.getFileName()));
            Files.move(place, to, StandardCopyOption.ATOMIC_MOVE);
            moved.add(to);
        }
        Durable.all(List.of(aside, shelf.history()));
        return moved;
    }

    /** One that was set aside before keeps its name. */
    private static Path free(Path aside, String name) {
        Path place = aside.resolve(name);
        for (int i = 2; Files.exists(place); i++) {
            place = aside.resolve(name + "-" + i);
        }
        return place;
    }
}
