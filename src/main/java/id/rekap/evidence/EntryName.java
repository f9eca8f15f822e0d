package id.rekap.evidence;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;

/**
 * The user name of one entry after another, from all places in which layouts write it. Two that disagree are none. A million
 * entries come by: what is written as Instagram writes it becomes no text in between.
 */
final class EntryName {
    /** As Instagram writes links; any other one is taken apart. */
    private static final String PROFILE = "https://www.instagram.com/";

    private static final String IN_THE_APP = "_u/";

    private byte[] name = new byte[FollowerNames.LONGEST];
    private byte[] said = new byte[FollowerNames.LONGEST];
    private int length;
    private boolean isRefused;

    /** Begins with the next entry. */
    void next() {
        length = 0;
        isRefused = false;
    }

    /** A name as it stands. */
    void written(char[] text, int from, int end) {
        if (from < end && !isPlain(text, from, end)) {
            written(new String(text, from, end - from));
        }
    }

    /** A name as it stands, or the link to its profile written out. */
    void written(String text) {
        if (!text.isBlank()) {
            String lower = text.strip().toLowerCase(Locale.ROOT);
            say(lower.contains("://") ? ofLink(lower) : lower);
        }
    }

    /** A name as a link to its profile: {@code https://www.instagram.com/_u/x}. */
    void linked(char[] href, int from, int end) {
        if (!isProfile(href, from, end)) {
            linked(new String(href, from, end - from));
        }
    }

    /** A name as a link to its profile. */
    void linked(String href) {
        if (!href.isBlank()) {
            String lower = href.strip().toLowerCase(Locale.ROOT);
            if (!isProfile(lower.toCharArray(), 0, lower.length())) {
                say(ofLink(lower));
            }
        }
    }

    /** A link that may lead elsewhere: then it says nothing. */
    void perhapsLinked(String href) {
        String linked = ofLink(href.strip().toLowerCase(Locale.ROOT));
        if (!linked.isEmpty()) {
            say(linked);
        }
    }

    /** Is there a name, and one that is sure? */
    boolean isSure() {
        return !isRefused && length > 0;
    }

    void addTo(FollowerNames names) {
        names.add(name, length);
    }

    private boolean isProfile(char[] href, int from, int end) {
        int behind = behind(PROFILE, href, from, end);
        return behind > from && isPlain(href, behind(IN_THE_APP, href, behind, end), end);
    }

    /** Where it goes on behind this beginning; where it began, if it begins otherwise. */
    private static int behind(String beginning, char[] text, int from, int end) {
        if (end - from < beginning.length()) {
            return from;
        }
        for (int i = 0; i < beginning.length(); i++) {
            if (text[from + i] != beginning.charAt(i)) {
                return from;
            }
        }
        return from + beginning.length();
    }

    /** Is it nothing but a name? Then it is said. */
    private boolean isPlain(char[] text, int from, int end) {
        if (from == end || end - from > said.length) {
            return false;
        }
        for (int i = from; i < end; i++) {
            char c = text[i] >= 'A' && text[i] <= 'Z' ? (char) (text[i] + ('a' - 'A')) : text[i];
            if (!FollowerNames.isOfName(c)) {
                return false;
            }
            said[i - from] = (byte) c;
        }
        say(end - from);
        return true;
    }

    private void say(String lower) {
        if (!isPlain(lower.toCharArray(), 0, lower.length())) {
            isRefused = true;
        }
    }

    private void say(int letters) {
        isRefused |= length > 0 && !Arrays.equals(name, 0, length, said, 0, letters);
        byte[] before = name;
        name = said;
        said = before;
        length = letters;
    }

    private static String ofLink(String href) {
        try {
            URI link = new URI(href);
            String host = link.getHost();
            if (link.getPath() == null || host == null || !(host + '.').contains("instagram.com.")) {
                return "";
            }
            String[] parts = link.getPath().replaceFirst("^/+(_u/)?", "").split("/", -1);
            return parts.length == 1 || (parts.length == 2 && parts[1].isEmpty()) ? parts[0] : "";
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
