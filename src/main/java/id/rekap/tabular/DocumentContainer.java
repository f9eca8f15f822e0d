package id.rekap.tabular;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Tells apart the documents that share a container: zip for the newer ones, OLE2 for the older ones. */
final class DocumentContainer {
    private DocumentContainer() {}

    /** Opens a zip; one that is broken in whatever way is a {@link ZipException}. */
    static ZipFile open(Path file) throws IOException {
        try {
            return open(file, StandardCharsets.UTF_8);
        } catch (ZipException e) {
            // A single name that is no UTF-8 is enough, that of a picture perhaps; in this encoding any name is one.
            return open(file, StandardCharsets.ISO_8859_1);
        }
    }

    private static ZipFile open(Path file, Charset names) throws IOException {
        try {
            return new ZipFile(file.toFile(), names);
        } catch (EOFException e) {
            // The JDK trusts a length in the directory that the file doesn't have.
            throw new ZipException("truncated");
        }
    }

    /** A zip that can't be opened is left to the XLSX reader, which says what is wrong with it. */
    static Content content(Path file) throws IOException {
        try (ZipFile zip = open(file)) {
            if (has(zip, "xl/vbaproject.bin")) return Content.XLSM;
            if (has(zip, "xl/workbook.bin")) return Content.XLSB;
            if (has(zip, "xl/")) return Content.XLSX;
            if (has(zip, "word/")) return Content.DOCX;
            if (has(zip, "ppt/")) return Content.PPTX;
            if (has(zip, "index/") || has(zip, "index.zip")) return Content.NUMBERS;
            return openDocument(zip);
        } catch (ZipException | EOFException e) {
            return Content.XLSX;
        }
    }

    private static boolean has(ZipFile zip, String start) {
        return zip.stream().anyMatch(entry -> Parts.key(entry.getName()).startsWith(start));
    }

    private static Content openDocument(ZipFile zip) throws IOException {
        ZipEntry mimetype = zip.getEntry("mimetype");
        if (mimetype == null) {
            return has(zip, "[content_types].xml") ? Content.XLSX : Content.ZIP;
        }
        try (InputStream in = zip.getInputStream(mimetype)) {
            String type = new String(in.readNBytes(100), StandardCharsets.US_ASCII);
            if (!type.startsWith("application/vnd.oasis.opendocument")) return Content.ZIP;
            return type.contains("spreadsheet") ? Content.ODS : Content.ODF;
        }
    }

    /** The streams of an OLE2 container are named in UTF-16, the first of each kind tells the document. */
    static Content oleContent(Path file) throws IOException {
        // Each byte becomes one character, so that String's own search can be used.
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (bytes.contains(utf16("EncryptedPackage"))) return Content.XLSX_LOCKED;
        if (bytes.contains(utf16("Workbook")) || bytes.contains(utf16("Book"))) return Content.XLS;
        return bytes.contains(utf16("WordDocument")) ? Content.DOC : Content.OLE;
    }

    private static String utf16(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }
}
