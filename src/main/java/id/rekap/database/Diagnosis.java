package id.rekap.database;

/**
 * One thing that was looked at.
 *
 * @param check what it is
 * @param found how it stands
 * @param next what to do about it, empty where nothing is to be done
 */
public record Diagnosis(String check, State state, String found, String next) {
    /** How bad it is. */
    public enum State {
        OK,
        WARNING,
        PROBLEM
    }

    public static Diagnosis ok(String check, String found) {
        return new Diagnosis(check, State.OK, found, "");
    }

    public static Diagnosis warning(String check, String found, String next) {
        return new Diagnosis(check, State.WARNING, found, next);
    }

    public static Diagnosis problem(String check, String found, String next) {
        return new Diagnosis(check, State.PROBLEM, found, next);
    }

    /** Does it make things fail? */
    public boolean fails() {
        return state == State.PROBLEM;
    }
}
