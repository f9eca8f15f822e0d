package id.rekap.tabular;

import id.rekap.catalogue.ExceptionCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the cells of all sheets need to be understood. */
record Workbook(Parts parts, SharedStrings strings, Styles styles, boolean from1904, Limits limits) {

    /** A workbook names at most its parts, and there are no more of them. */
    private static final int MOST = 10_000;

    /** A relationship of a part: what kind of part its target is, and where that is. */
    private record Relation(String kind, String target) {}

    private record Listed(String name, String target) {}

    /** The visible worksheets: what the sender hid was not meant as a list. */
    static List<Sheet> sheets(Parts parts, Limits limits) throws FileRefused {
        String main = main(parts);
        Map<String, Relation> relations = relations(parts, main);
        List<Listed> listed = new ArrayList<>();
        boolean from1904 = false;
        try (XmlPart xml = parts.xml(main)) {
            while (xml.next()) {
                if (xml.starts("workbookPr")) {
                    from1904 = isTrue(xml.attribute("date1904"));
                } else if (xml.starts("sheet")) {
                    listed(xml, relations, listed);
                }
            }
        }
        if (listed.isEmpty()) {
            throw new FileRefused(
                    ExceptionCode.FILE_UNREADABLE, "", "tidak ada lembar yang terlihat", "sedikitnya satu lembar");
        }
        Workbook workbook = new Workbook(
                parts,
                SharedStrings.read(parts, target(relations, "sharedStrings"), limits),
                Styles.read(parts, target(relations, "styles")),
                from1904,
                limits);
        List<Sheet> sheets = new ArrayList<>();
        Set<String> targets = new HashSet<>();
        for (Listed sheet : listed) {
            // One part walked as thousands of sheets is a bomb that no limit on sizes sees.
            if (!targets.add(sheet.target)) throw shared(sheet.target);
            if (!parts.has(sheet.target)) throw missing(sheet.target);
            parts.xml(sheet.target).close();
            sheets.add(new XlsxSheet(workbook, sheet.name, sheet.target));
        }
        return List.copyOf(sheets);
    }

    private static void listed(XmlPart xml, Map<String, Relation> relations, List<Listed> listed) throws FileRefused {
        String state = xml.attribute("state");
        String id = xml.attribute("id");
        Relation relation = id == null ? null : relations.get(id);
        if (relation == null) throw xml.malformed();
        boolean visible = state == null || state.equals("visible");
        if (visible && relation.kind.equals("worksheet")) {
            String name = xml.attribute("name");
            listed.add(new Listed(name == null ? "" : name, relation.target));
            if (listed.size() > MOST) throw xml.tooMany("lembar", MOST);
        }
    }

    private static String main(Parts parts) throws FileRefused {
        String main = target(relations(parts, ""), "officeDocument");
        return main == null ? "xl/workbook.xml" : main;
    }

    private static @Nullable String target(Map<String, Relation> relations, String kind) {
        for (Relation relation : relations.values()) {
            if (relation.kind.equals(kind)) return relation.target;
        }
        return null;
    }

    private static Map<String, Relation> relations(Parts parts, String part) throws FileRefused {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        Map<String, Relation> relations = new HashMap<>();
        try (XmlPart xml = parts.xml(folder + "_rels/" + part.substring(slash) + ".rels")) {
            while (xml.next()) {
                if (xml.starts("Relationship")) {
                    String id = xml.attribute("Id");
                    String type = xml.attribute("Type");
                    String target = xml.attribute("Target");
                    if (id == null || type == null || target == null) throw xml.malformed();
                    // The transitional and the strict form of the standard differ in what stands before.
                    String kind = type.substring(type.lastIndexOf('/') + 1);
                    relations.put(id, new Relation(kind, resolved(folder, target)));
                    if (relations.size() > MOST) throw xml.tooMany("hubungan", MOST);
                }
            }
        }
        return relations;
    }

    private static String resolved(String folder, String written) {
        String target = written.replace('\\', '/');
        if (target.startsWith("/")) return target.substring(1);
        String base = folder;
        String rest = target;
        while (rest.startsWith("../") || rest.startsWith("./")) {
            if (rest.startsWith("../") && !base.isEmpty()) {
                base = base.substring(0, base.lastIndexOf('/', base.length() - 2) + 1);
            }
            rest = rest.substring(rest.indexOf('/') + 1);
        }
        return base + rest;
    }

    private static boolean isTrue(@Nullable String value) {
        return "1".equals(value) || "true".equals(value);
    }

    private static FileRefused shared(String target) {
        return new FileRefused(
                ExceptionCode.FILE_UNSAFE,
                "",
                "dua lembar dalam satu bagian: " + target,
                "satu bagian untuk setiap lembar");
    }

    private static FileRefused missing(String target) {
        return new FileRefused(
                ExceptionCode.FILE_UNREADABLE, "", "bagian " + target + " tidak ada", "berkas XLSX yang utuh");
    }
}
