package id.rekap.tabular;

import id.rekap.catalogue.ExceptionCode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The parts inside an XLSX, each given out only once all of it was inflated, counted and found harmless. What nobody asks for
 * is never opened: a picture or an embedded object may be as large and as broken as it likes.
 */
final class Parts implements AutoCloseable {
    /** Of XML alone; their names are kept in memory. */
    private static final int MOST_PARTS = 100_000;

    private static final String WHOLE = "berkas XLSX yang utuh dan tanpa kata sandi";

    private final ZipFile zip;
    private final Limits limits;
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> twice = new HashSet<>();
    private final Set<String> harmless = new HashSet<>();
    private long inflated;

    private Parts(ZipFile zip, Limits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    static Parts open(Path file, Limits limits) throws FileRefused, IOException {
        ZipFile zip;
        try {
            zip = DocumentContainer.open(file);
        } catch (ZipException e) {
            // Truncated, encrypted or otherwise not what a zip's directory may be; the JDK says which only in prose.
            throw new FileRefused(ExceptionCode.FILE_UNREADABLE, "", "zip rusak, terpotong atau terenkripsi", WHOLE)
                    .inEnglish("a zip that is broken, cut off or encrypted", "a whole XLSX file without a password");
        }
        Parts parts = new Parts(zip, limits);
        try {
            parts.list();
        } catch (FileRefused | RuntimeException e) {
            parts.close();
            throw e;
        }
        return parts;
    }

    private void list() throws FileRefused {
        for (Iterator<? extends ZipEntry> entries = zip.stream().iterator(); entries.hasNext(); ) {
            String name = entries.next().getName();
            String key = key(name);
            if (leadsOutside(key)) {
                throw new FileRefused(
                        ExceptionCode.FILE_UNSAFE,
                        "",
                        "bagian dengan nama yang menunjuk ke luar berkas",
                        "nama bagian di dalam berkas");
            }
            if ((key.endsWith(".xml") || key.endsWith(".rels")) && names.put(key, name) != null) {
                twice.add(key);
            }
            if (names.size() > MOST_PARTS) {
                throw new FileRefused(
                        ExceptionCode.FILE_TOO_LARGE,
                        "",
                        "lebih dari " + MOST_PARTS + " bagian dalam zip",
                        "paling banyak " + MOST_PARTS + " bagian");
            }
        }
    }

    boolean has(String name) {
        return names.containsKey(key(name));
    }

    /** Opens a part for parsing. */
    XmlPart xml(String name) throws FileRefused {
        ZipEntry entry = entry(name);
        try {
            if (harmless.add(key(name))) {
                inflate(entry);
            }
            return new XmlPart(stream(entry), name);
        } catch (IOException e) {
            throw damaged(entry);
        }
    }

    private ZipEntry entry(String name) throws FileRefused {
        String key = key(name);
        // Of two parts with one name the JDK would open the same one twice.
        if (twice.contains(key)) {
            throw new FileRefused(
                    ExceptionCode.FILE_UNSAFE,
                    "",
                    "bagian " + name + " lebih dari satu kali dalam zip",
                    "satu bagian untuk setiap nama");
        }
        String written = names.get(key);
        ZipEntry entry = written == null ? null : zip.getEntry(written);
        if (entry == null) {
            throw new FileRefused(ExceptionCode.FILE_UNREADABLE, "", "bagian " + name + " tidak ada", WHOLE);
        }
        return entry;
    }

    private InputStream stream(ZipEntry entry) throws IOException {
        InputStream in = zip.getInputStream(entry);
        if (in == null) throw new FileNotFoundException(entry.getName());
        return in;
    }

    private void inflate(ZipEntry entry) throws FileRefused, IOException {
        // What the directory claims is refused at once; what it conceals is found by counting.
        if (entry.getSize() > limits.inflatedBytes() - inflated) throw tooLarge();
        CRC32 crc = new CRC32();
        XmlGuard guard = new XmlGuard(entry.getName());
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = stream(entry)) {
            for (int n; (n = in.read(buffer)) > 0; ) {
                inflated += n;
                if (inflated > limits.inflatedBytes()) throw tooLarge();
                crc.update(buffer, 0, n);
                guard.accept(buffer, n);
            }
        }
        // ZipFile itself doesn't compare the check sum.
        if (entry.getCrc() != crc.getValue()) throw damaged(entry);
    }

    /** Nothing is ever unpacked, but whoever writes such a name means harm to those who do. */
    private static boolean leadsOutside(String path) {
        return path.startsWith("/") || path.startsWith("../") || path.contains("/../") || path.indexOf(':') >= 0;
    }

    /** Part names are compared without case, and some programs separate their folders as Windows does. */
    static String key(String name) {
        return name.replace('\\', '/').toLowerCase(Locale.ROOT);
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
