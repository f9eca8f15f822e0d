package id.rekap.register;

import java.util.HashMap;
import java.util.Map;

/** Numbers that are one person's. */
final class ModelNumbers {
    private final Map<String, String> parents = new HashMap<>();

    String root(String number) {
        String root = number;
        while (parents.containsKey(root)) {
            root = parents.get(root);
        }
        return root;
    }

    void join(Iterable<String> numbers) {
        String first = numbers.iterator().next();
        for (String number : numbers) {
            String root = root(number);
            if (!root.equals(root(first))) {
                parents.put(root, root(first));
            }
        }
    }
}
