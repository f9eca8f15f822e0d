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

/** Takes published sets away. Readers are led elsewhere first; each part may be repeated. */
final class Removal {
    private final PublicationStore store;

    Removal(PublicationStore store) {
        this.store = store;
    }

    /** Leads readers to the newest of the other dates, then removes this one and all its revisions. */
    boolean unpublish(LocalDate date, Fence fence) throws IOException {
        fence.check();
        boolean isChanged = store.leadElsewhere(date);
        for (SetName set : store.sets()) {
            if (set.date().equals(date)) {
                Path place = store.placeOf(date, set.revision());
                Path gone = PublicationStore.gone(place);
                Trees.delete(gone);
                Files.move(place, gone, StandardCopyOption.ATOMIC_MOVE);
                isChanged = true;
            }
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(store.history(), ".*" + date + ".*")) {
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
        int left = store.sets().stream()
                .filter(set -> set.date().equals(date) && !revisions.contains(set.revision()))
                .mapToInt(SetName::revision)
                .max()
                .orElse(0);
        if (left == 0) {
            store.leadElsewhere(date);
        } else {
            store.leadTo(date, left);
        }
        Path aside = store.history().resolve(".aside");
        Modes.EVERYONE.makeFolders(aside);
        List<Path> moved = new ArrayList<>();
        for (int revision : revisions) {
            Path place = store.placeOf(date, revision);
            Path to = free(aside, String.valueOf(place.getFileName()));
            Files.move(place, to, StandardCopyOption.ATOMIC_MOVE);
            moved.add(to);
        }
        Durable.all(List.of(aside, store.history()));
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
