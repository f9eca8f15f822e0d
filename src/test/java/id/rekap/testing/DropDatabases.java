package id.rekap.testing;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Found by JUnit itself: the databases of a class of tests go when it has ended, so that the disk stays small. */
public final class DropDatabases implements AfterAllCallback {
    @Override
    public void afterAll(ExtensionContext context) {
        if (context.getRequiredTestClass().getEnclosingClass() == null) {
            TestServer.dropDatabases();
        }
    }
}
