package id.rekap.intake;

import id.rekap.tabular.Xlsx;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes a list as a file, in a dialect that its seed chooses: as CSV, or as the raw parts of a workbook. */
public final class RandomForm {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private RandomForm() {}

    public static byte[] csv(RandomList list) {
        char delimiter = list.pick(List.of(',', ';', '\t', '|'));
        String end = list.pick(List.of("\n", "\r\n", "\r"));
        int quoting = list.random.nextInt(3);
        boolean ragged = list.chance(30);
        StringBuilder text = new StringBuilder();
        if (list.chance(20)) {
            text.append("sep=").append(delimiter).append(end);
        }
        for (int at = 0; at < list.grid.size(); at++) {
            List<String> row = list.grid.get(at);
            int last = row.size();
            while (ragged && last > 0 && row.get(last - 1).isEmpty()) {
                last--;
            }
            for (int i = 0; i < last; i++) {
                text.append(i == 0 ? "" : delimiter).append(quoted(list, row.get(i), delimiter, quoting));
            }
            text.append(at == list.grid.size() - 1 && list.chance(50) ? "" : end);
        }
        return encoded(list, text.toString());
    }

    private static String quoted(RandomList list, String cell, char delimiter, int quoting) {
        boolean needed = cell.indexOf(delimiter) >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0;
        boolean wanted = quoting == 1 || (quoting == 2 && list.chance(30));
        return needed || wanted ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static byte[] encoded(RandomList list, String text) {
        boolean fits = WINDOWS.newEncoder().canEncode(text);
        return switch (list.random.nextInt(5)) {
            case 0 -> marked(StandardCharsets.UTF_8, text);
            case 1 -> marked(StandardCharsets.UTF_16LE, text);
            case 2 -> marked(StandardCharsets.UTF_16BE, text);
            case 3 -> text.getBytes(fits ? WINDOWS : StandardCharsets.UTF_8);
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] marked(Charset charset, String text) {
        return ("\ufeff" + text).getBytes(charset);
    }

    public static byte[] xlsx(RandomList list) {
        boolean places = list.chance(70);
        List<String> shared = new ArrayList<>();
        StringBuilder rows = new StringBuilder();
        for (int at = 0; at < list.grid.size(); at++) {
            List<String> row = list.grid.get(at);
            if (places && row.stream().allMatch(String::isEmpty) && list.chance(50)) {
                continue;
            }
            rows.append(places ? "<row r=\"" + (at + 1) + "\" spans=\"1:" + row.size() + "\">" : "<row>");
            for (int i = 0; i < row.size(); i++) {
                String place = places ? " r=\"" + letters(i) + (at + 1) + "\"" : "";
                String cell = row.get(i);
                if (!cell.isEmpty()) {
                    rows.append(cell(list, place, cell, shared));
                } else if (!places || list.chance(30)) {
                    rows.append("<c").append(place).append(" s=\"0\"/>");
                }
            }
            rows.append("</row>");
        }
        StringBuilder items = new StringBuilder();
        shared.forEach(text -> items.append("<si>").append(runs(list, text)).append("</si>"));
        Xlsx book = new Xlsx();
        if (list.chance(30)) {
            String guide = "<sheet name=\"Petunjuk\" sheetId=\"2\" r:id=\"rId2\"/>";
            book.workbook("", guide + "<sheet name=\"Isi\" sheetId=\"1\" r:id=\"rId1\"/>")
                    .secondSheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>NIP</t></is></c></row>");
        }
        return book.sheet(rows.toString()).shared(items.toString()).styles("@").bytes();
    }

    private static String letters(int column) {
        return Character.toString((char) ('A' + column));
    }

    private static String cell(RandomList list, String place, String text, List<String> shared) {
        if (text.matches("\\d{1,4}") && list.chance(60)) {
            return "<c" + place + "><v>" + text + list.pick(List.of("", ".0", "")) + "</v></c>";
        }
        if (text.equals(RandomList.DAMAGED)) {
            return "<c" + place + " s=\"2\"><v>" + text + "</v></c>";
        }
        return switch (list.random.nextInt(3)) {
            case 0 -> "<c" + place + " t=\"inlineStr\" s=\"2\"><is>" + runs(list, text) + "</is></c>";
            case 1 -> {
                int known = shared.indexOf(text);
                if (known < 0) {
                    shared.add(text);
                }
                yield "<c" + place + " t=\"s\"><v>" + (known < 0 ? shared.size() - 1 : known) + "</v></c>";
            }
            default -> "<c" + place + " t=\"str\"><v>" + escaped(text) + "</v></c>";
        };
    }

    /** Plain, or in two runs of rich text. */
    private static String runs(RandomList list, String text) {
        if (text.length() < 2 || list.chance(70)) {
            return "<t xml:space=\"preserve\">" + escaped(text) + "</t>";
        }
        int at = 1 + list.random.nextInt(text.length() - 1);
        return "<r><t xml:space=\"preserve\">" + escaped(text.substring(0, at))
                + "</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">" + escaped(text.substring(at)) + "</t></r>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
