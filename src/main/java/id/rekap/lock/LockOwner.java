package id.rekap.lock;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A process that owns a lock.
 *
 * @param host name and boot of the machine (and container) it runs on: a pid means something only there
 * @param processStart milliseconds since 1970; tells a process from a later one with the same pid
 */
public record LockOwner(String host, long pid, long processStart) {
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Path PIDS = Path.of("/proc/self/ns/pid");
    private static final Path NAME = Path.of("/proc/sys/kernel/hostname");

    /** This very process. */
    public static LockOwner thisProcess() {
        return new LockOwner(
                hostName() + "#" + machine(), ProcessHandle.current().pid(), startOf(ProcessHandle.current()));
    }

    /** What this machine calls itself. Linux is asked itself: no name server need know the name, or be waited for. */
    public static String hostName() {
        try {
            return Files.isReadable(NAME)
                    ? Files.readString(NAME).strip()
                    : InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String machine() {
        try {
            return Files.readString(BOOT).strip().substring(0, 8) + "/"
                    + Files.readSymbolicLink(PIDS).toString().replaceAll("\\D", "");
        } catch (IOException | UnsupportedOperationException e) {
            return ""; // not Linux: the host's name has to do
        }
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** On this very machine, and no longer there. On another machine nobody can tell. */
    public boolean isKnownDead() {
        return host.equals(thisProcess().host())
                && ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .filter(p -> !isEnded(p.pid()))
                        .filter(p -> startOf(p) == processStart)
                        .isEmpty();
    }

    /** Killed, but not yet collected by its parent; in a container without an init process that can take for ever. */
    private static boolean isEnded(long pid) {
        Path file = Path.of("/proc", Long.toString(pid), "stat");
        try {
            String stat = Files.isReadable(file) ? Files.readString(file) : "";
            return stat.substring(stat.lastIndexOf(')') + 1).matches("(?s) [ZXx] .*");
        } catch (IOException e) {
            return true; // it has just gone
        }
    }

    public String words() {
        return "pid " + pid + " on " + host.substring(0, host.indexOf('#') < 0 ? host.length() : host.indexOf('#'));
    }
}
