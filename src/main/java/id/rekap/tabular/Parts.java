package id.rekap.tabular;

import id.rekap.catalogue.ExceptionCode;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The parts inside an XLSX, given out only once all of them were inflated, counted and found harmless. */
final class Parts implements AutoCloseable {
    private static final int MOST_PARTS = 10_000;
    private static final String WHOLE = "berkas XLSX yang utuh dan tanpa kata sandi";

    private final ZipFile zip;
    private final Limits limits;
    // Part names are compared without case, so two that differ in case only are one name twice.
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();
    private long inflated;

    private Parts(ZipFile zip, Limits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    static Parts open(Path file, Limits limits) throws FileRefused, IOException {
        ZipFile zip;
        try {
            zip = Archive.open(file);
        } catch (ZipException e) {
            // Truncated, encrypted or otherwise not what a zip's directory may be; the JDK says which only in prose.
            throw new FileRefused(ExceptionCode.FILE_UNREADABLE, "", "zip rusak, terpotong atau terenkripsi", WHOLE)
                    .inEnglish("a zip that is broken, cut off or encrypted", "a whole XLSX file without a password");
        }
        Parts parts = new Parts(zip, limits);
        try {
            parts.check();
        } catch (FileRefused | IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
        return parts;
    }

    private void check() throws FileRefused, IOException {
        if (zip.size() > MOST_PARTS) {
            throw new FileRefused(
                    ExceptionCode.FILE_TOO_LARGE,
                    "",
                    zip.size() + " bagian dalam zip",
                    "paling banyak " + MOST_PARTS + " bagian");
        }
        byte[] buffer = new byte[64 * 1024];
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (entries.put(key(entry.getName()), entry) != null) {
                throw new FileRefused(
                        ExceptionCode.FILE_UNSAFE,
                        "",
                        "bagian " + entry.getName() + " lebih dari satu kali dalam zip",
                        "satu bagian untuk setiap nama");
            }
            if (leadsOutside(entry.getName())) {
                throw new FileRefused(
                        ExceptionCode.FILE_UNSAFE,
                        "",
                        "bagian dengan nama yang menunjuk ke luar berkas",
                        "nama bagian di dalam berkas");
            }
        }
        // Only now: of two parts with one name the JDK would open the same one twice.
        for (ZipEntry entry : entries.values()) {
            // What the directory claims is refused at once; what it conceals is found by counting.
            if (entry.getSize() > limits.inflatedBytes() - inflated) throw tooLarge();
            try {
                inflate(entry, buffer);
            } catch (ZipException | EOFException e) {
                throw damaged(entry);
            }
        }
    }

    private void inflate(ZipEntry entry, byte[] buffer) throws FileRefused, IOException {
        CRC32 crc = new CRC32();
        XmlGuard guard = XmlGuard.appliesTo(entry.getName()) ? new XmlGuard(entry.getName()) : null;
        boolean first = true;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int n; (n = in.read(buffer)) > 0; first = false) {
                inflated += n;
                if (inflated > limits.inflatedBytes()) throw tooLarge();
                crc.update(buffer, 0, n);
                if (first && n > 3 && buffer[0] == 'P' && buffer[1] == 'K' && buffer[2] == 3 && buffer[3] == 4) {
                    throw new FileRefused(
                            ExceptionCode.FILE_UNREADABLE,
                            "",
                            "berkas di dalam berkas: " + entry.getName(),
                            "lembar kerja tanpa berkas tersemat");
                }
                if (guard != null) guard.accept(buffer, n);
            }
        }
        // ZipFile itself doesn't compare the check sum.
        if (entry.getCrc() != crc.getValue()) throw damaged(entry);
    }

    boolean has(String name) {
        return entries.containsKey(key(name));
    }

    /** Opens a part for parsing: only one that the guard has seen. */
    XmlPart xml(String name) throws FileRefused {
        ZipEntry entry = entries.get(key(name));
        if (entry == null || !XmlGuard.appliesTo(entry.getName())) {
            throw new FileRefused(ExceptionCode.FILE_UNREADABLE, "", "bagian " + name + " tidak ada", WHOLE);
        }
        try {
            InputStream in = zip.getInputStream(entry);
            if (in == null) throw new FileNotFoundException(name);
            return new XmlPart(in, name);
        } catch (IOException e) {
            throw damaged(entry);
        }
    }

    /** Nothing is ever unpacked, but whoever writes such a name means harm to those who do. */
    private static boolean leadsOutside(String name) {
        String path = name.replace('\\', '/');
        return path.startsWith("/") || path.startsWith("../") || path.contains("/../") || path.indexOf(':') >= 0;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private FileRefused tooLarge() {
        return new FileRefused(
                ExceptionCode.FILE_TOO_LARGE,
                "",
                "lebih dari " + limits.inflatedBytes() + " byte setelah dibuka",
                "paling besar " + limits.inflatedBytes() + " byte setelah dibuka");
    }

    private static FileRefused damaged(ZipEntry entry) {
        return new FileRefused(ExceptionCode.FILE_UNREADABLE, "", "bagian " + entry.getName() + " rusak", WHOLE);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
