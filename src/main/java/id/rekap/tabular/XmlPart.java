package id.rekap.tabular;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import id.rekap.catalogue.ExceptionCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A part of an XLSX, pulled event by event. Names are local names: offices prefix them as they please. Whatever is wrong
 * with the XML ends as a refusal.
 */
final class XmlPart implements AutoCloseable {
    private final InputStream in;
    private final String name;
    private final XMLStreamReader reader;
    private final StringBuilder text = new StringBuilder();
    private int event = XMLStreamConstants.START_DOCUMENT;

    XmlPart(InputStream in, String name) throws FileRefused {
        this.in = in;
        this.name = name;
        // Twice as fast as the JDK's on a big sheet. One factory a part: a shared one would keep what parts name
        // things.
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            reader = factory.createXMLStreamReader(in);
        } catch (XMLStreamException | UncheckedStreamException e) {
            throw malformed();
        }
    }

    /** Goes on to the next event; false at the end. */
    boolean next() throws FileRefused {
        try {
            if (!reader.hasNext()) {
                return false;
            }
            event = reader.next();
        } catch (XMLStreamException | UncheckedStreamException e) {
            // A parser that reads lazily reports some of what is broken unchecked.
            throw malformed();
        }
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new FileRefused(ExceptionCode.FILE_UNSAFE, "", "DOCTYPE atau ENTITY: " + name, "XML tanpa DOCTYPE");
        }
        return true;
    }

    boolean starts(String element) {
        return event == XMLStreamConstants.START_ELEMENT
                && reader.getLocalName().equals(element);
    }

    boolean ends(String element) {
        return event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals(element);
    }

    @Nullable
    String attribute(String attribute) {
        return reader.getAttributeValue(null, attribute);
    }

    /** The text up to the end of this element, which has no children. */
    String text(String element, int most) throws FileRefused {
        text.setLength(0);
        while (next() && !ends(element)) {
            append(most);
        }
        return text.toString();
    }

    /** The text of all runs up to the end of this element, without the phonetic ones. */
    String richText(String element, int most) throws FileRefused {
        text.setLength(0);
        boolean phonetic = false;
        boolean run = false;
        while (next() && !ends(element)) {
            if (starts("t") || ends("t")) {
                run = starts("t");
            } else if (starts("rPh") || ends("rPh")) {
                phonetic = starts("rPh");
            } else if (run && !phonetic) {
                append(most);
            }
        }
        return text.toString();
    }

    private void append(int most) throws FileRefused {
        boolean characters = event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
        if (!characters) return;
        try {
            int length = reader.getTextLength();
            if (text.length() + length > most) throw tooLong(most);
            text.append(reader.getTextCharacters(), reader.getTextStart(), length);
        } catch (UncheckedStreamException e) {
            throw malformed();
        }
    }

    private FileRefused tooLong(int most) {
        return new FileRefused(
                ExceptionCode.FILE_TOO_LARGE,
                "",
                "sel dengan lebih dari " + most + " karakter: " + name,
                "paling banyak " + most + " karakter");
    }

    FileRefused tooMany(String things, int most) {
        return new FileRefused(
                ExceptionCode.FILE_TOO_LARGE,
                "",
                "lebih dari " + most + " " + things + ": " + name,
                "paling banyak " + most + " " + things);
    }

    FileRefused malformed() {
        return new FileRefused(ExceptionCode.FILE_UNREADABLE, "", "bagian " + name + " rusak", "berkas XLSX yang utuh");
    }

    @Override
    public void close() {
        try {
            reader.close();
            in.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
