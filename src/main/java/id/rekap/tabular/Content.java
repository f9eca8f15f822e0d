package id.rekap.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What the bytes of a file are, whatever its name says. */
enum Content {
    TEXT("teks", "txt csv"),
    XLSX("xlsx", "xlsx"),
    XLSX_LOCKED("xlsx terkunci kata sandi", "xlsx"),
    XLS("xls (Excel 97-2003)", "xls"),
    XLSB("xlsb (Excel biner)", "xlsb"),
    XLSM("xlsm (berisi makro)", "xlsm"),
    OLE("dokumen Office 97-2003", ""),
    DOC("doc (Word 97-2003)", "doc"),
    DOCX("docx (Word)", "docx"),
    PPTX("pptx (PowerPoint)", "pptx"),
    ODS("ods (OpenDocument)", "ods"),
    ODF("OpenDocument", "odt odp"),
    NUMBERS("numbers (Apple)", "numbers"),
    ZIP("zip", "zip"),
    RAR("rar", "rar"),
    SEVEN_ZIP("7z", "7z"),
    GZIP("gz", "gz"),
    PDF("pdf", "pdf"),
    RTF("rtf", "rtf"),
    HTML("html (halaman web)", "html htm"),
    XML("xml", "xml"),
    PNG("gambar png", "png"),
    JPEG("gambar jpg", "jpg jpeg"),
    GIF("gambar gif", "gif"),
    BMP("gambar bmp", "bmp"),
    TIFF("gambar tiff", "tif tiff"),
    WEBP("gambar webp", "webp"),
    HEIC("gambar atau video (heic, mp4)", "heic mp4");

    private static final int HEAD = 1024;

    /** For the sender. */
    final String label;

    private final String extensions;

    Content(String label, String extensions) {
        this.label = label;
        this.extensions = extensions;
    }

    /** Whether a file with this extension is what it claims to be. */
    boolean isNamed(String extension) {
        return List.of(extensions.split(" ")).contains(extension);
    }

    static Content of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        // ISO-8859-1 gives each byte its own character, so that signatures can be compared as text.
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\3\4") || start.startsWith("PK\5\6")) {
            return DocumentContainer.content(file);
        }
        return start.startsWith("\u00d0\u00cf\u0011\u00e0") ? DocumentContainer.oleContent(file) : ofStart(start);
    }

    private static Content ofStart(String start) {
        if (start.startsWith("%PDF-")) return PDF;
        if (start.startsWith("\u0089PNG")) return PNG;
        if (start.startsWith("\u00ff\u00d8\u00ff")) return JPEG;
        if (start.startsWith("GIF8")) return GIF;
        if (start.startsWith("BM") && start.startsWith("\0\0\0\0", 6)) return BMP;
        if (start.startsWith("II*\0") || start.startsWith("MM\0*")) return TIFF;
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) return WEBP;
        if (start.startsWith("ftyp", 4)) return HEIC;
        if (start.startsWith("Rar!\u001a")) return RAR;
        if (start.startsWith("7z\u00bc\u00af")) return SEVEN_ZIP;
        if (start.startsWith("\u001f\u008b")) return GZIP;
        if (start.startsWith("{\\rtf")) return RTF;
        // The BIFF records of Excel before 5, without an OLE container around them.
        if (start.startsWith("\t\b\u0010\0") || start.startsWith("\t\4\6\0")) return XLS;
        return markup(start);
    }

    /** Web pages are sent as tables by "export" buttons; a list never begins with a tag. */
    private static Content markup(String start) {
        String text = start;
        while (text.startsWith("\u00ef\u00bb\u00bf")) text = text.substring(3);
        String tag = text.stripLeading().toLowerCase(Locale.ROOT);
        if (tag.startsWith("<?xml")) {
            return tag.contains("<html") ? HTML : XML;
        }
        boolean html = tag.startsWith("<!doctype html")
                || tag.startsWith("<html")
                || tag.startsWith("<table")
                || tag.startsWith("<head")
                || tag.startsWith("<meta");
        return html ? HTML : TEXT;
    }
}
