package id.rekap.demo;

import java.util.List;

/**
 * A row of an office's list as its clerk typed it.
 *
 * @param isNumeric a spreadsheet took the identifier for a quantity
 */
record ListRow(
        String number,
        boolean isNumeric,
        String name,
        String type,
        String handle,
        String humas,
        String mediaCenter,
        String repost,
        String family) {
    static final List<String> HEADER = List.of(
            "NIP/NIK",
            "Nama",
            "Jenis",
            "Instagram",
            "Follow humasacehbesar",
            "Follow mediacenter acehbesar",
            "Repost",
            "Ajak keluarga");

    List<String> cells() {
        return List.of(number, name, type, handle, humas, mediaCenter, repost, family);
    }

    ListRow numbered(String other) {
        return new ListRow(other, false, name, type, handle, humas, mediaCenter, repost, family);
    }

    ListRow numeric() {
        return new ListRow(number, true, name, type, handle, humas, mediaCenter, repost, family);
    }

    ListRow named(String other) {
        return new ListRow(number, isNumeric, other, type, handle, humas, mediaCenter, repost, family);
    }

    ListRow typed(String other) {
        return new ListRow(number, isNumeric, name, other, handle, humas, mediaCenter, repost, family);
    }

    ListRow handled(String other) {
        return new ListRow(number, isNumeric, name, type, other, humas, mediaCenter, repost, family);
    }

    ListRow following(String other) {
        return new ListRow(number, isNumeric, name, type, handle, other, mediaCenter, repost, family);
    }
}
