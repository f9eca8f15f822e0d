package id.rekap.database;

import com.mysql.cj.exceptions.MysqlErrorNumbers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** The one user of an embedded server, and the proof that a server is the one of this directory. */
record ServerLogin(ServerFiles files, String password) {
    static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int CONNECT_MILLIS = 2000;

    static ServerLogin of(ServerFiles files) throws IOException {
        return new ServerLogin(files, Files.readString(files.password()).strip());
    }

    DatabaseSettings settings(int port, String database) {
        return new DatabaseSettings(url(port) + database + "?sslMode=DISABLED", "rekap", password);
    }

    /** Whether the server on this port is ready and serves this directory. */
    boolean succeeds(int port) {
        // A bare socket first: the driver takes long to say that nobody listens.
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), CONNECT_MILLIS);
        } catch (IOException nobodyListens) {
            return false;
        }
        try (Connection connection = connect(port);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@datadir")) {
            row.next();
            return Files.isSameFile(Path.of(row.getString(1)), files.tables());
        } catch (SQLException failure) {
            if (failure.getErrorCode() == MysqlErrorNumbers.ER_ACCESS_DENIED_ERROR) {
                throw new DatabaseUnusable("The server on port " + port + " refuses the password in "
                        + files.password() + ": put the file back as it was, or move " + files.directory()
                        + " away to begin with an empty database");
            }
            return false;
        } catch (IOException otherDirectory) {
            return false;
        }
    }

    private Connection connect(int port) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "rekap");
        properties.setProperty("password", password);
        properties.setProperty("sslMode", "DISABLED");
        properties.setProperty("connectTimeout", "5000");
        properties.setProperty("socketTimeout", "10000");
        return DriverManager.getConnection(url(port), properties);
    }

    private static String url(int port) {
        return "jdbc:mysql://127.0.0.1:" + port + "/";
    }

    @Override
    public String toString() {
        return "login of " + files.directory();
    }
}
