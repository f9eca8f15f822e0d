package id.rekap.mandate;

import java.util.List;

/** An employment type, the group it is counted in, and the names that registers and lists use for it. */
public record EmploymentType(String code, Group group, List<String> names) {}
