package id.rekap.evidence;

/** A delivery that cannot be read. What it holds is never part of it, nor is another fault that would quote it. */
final class ExportRefused extends Exception {
    private static final long serialVersionUID = 1;

    private final ExportProblem problem;
    private final String detail;

    ExportRefused(ExportProblem problem, String detail) {
        super(problem + " " + detail, null, false, false);
        this.problem = problem;
        this.detail = detail;
    }

    ExportProblem problem() {
        return problem;
    }

    String detail() {
        return detail;
    }
}
