package id.rekap.value;

import java.util.List;
import java.util.Set;

/** Degrees that people write behind a name without a comma. */
final class Degrees {
    /** Without dots and blanks. Left out is what is also a name: behind a comma everything counts as a degree. */
    private static final Set<String> KNOWN = Set.of(
            "sh", "shi", "se", "sei", "sesy", "st", "sp", "spd", "spdi", "spdsd", "sag", "ssos", "ssosi", "ssi", "sip",
            "sstp", "skm", "skep", "sked", "skom", "spsi", "sfarm", "spt", "stp", "shut", "skh", "spi", "sst", "strkeb",
            "strkep", "ss", "ssn", "shum", "sikom", "sap", "sgz", "stekt", "sds", "sars", "spk", "mm", "mh", "mhum",
            "mt", "msi", "mpd", "mpdi", "mag", "mkes", "msc", "mkm", "map", "mars", "mba", "mec", "mep", "mecdev",
            "mkom", "mpsi", "mfarm", "mked", "mkep", "mkn", "mse", "msm", "mip", "mikom", "mei", "meng", "mph", "mpa",
            "med", "mbiomed", "mtesol", "msp", "mp", "ma", "mus", "amd", "amdkeb", "amdkep", "amdkom", "amdpd", "amkeb",
            "amk", "amkg", "amkl", "amf", "amg", "ama", "ammd", "ak", "akt", "ca", "ba", "bsc", "ners", "lc", "phd",
            "dea", "cpa", "bba", "bsi", "spog", "spa", "spb", "sppd", "span", "spm", "spkj", "sprad", "spjp", "spp",
            "spkk", "spot", "spu");

    /** A.Md.Keb is three pieces, M.Ec.Dev too. */
    private static final int MOST_PIECES = 3;

    private Degrees() {}

    /** Takes them off the end; a word always remains. */
    static void removeFrom(List<String> words) {
        int pieces = piecesAtEnd(words);
        while (pieces > 0) {
            words.subList(words.size() - pieces, words.size()).clear();
            pieces = piecesAtEnd(words);
        }
    }

    private static int piecesAtEnd(List<String> words) {
        int size = words.size();
        for (int pieces = Math.min(MOST_PIECES, size - 1); pieces > 0; pieces--) {
            List<String> end = words.subList(size - pieces, size);
            if (end.get(0).length() <= 3 + (pieces == 1 ? 4 : 0) && KNOWN.contains(String.join("", end))) {
                return pieces;
            }
        }
        return 0;
    }
}
