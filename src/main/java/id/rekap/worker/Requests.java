package id.rekap.worker;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.core.serializer.Serializer;
import org.springframework.integration.jdbc.store.JdbcChannelMessageStore;
import org.springframework.integration.jdbc.store.channel.MySqlChannelMessageStoreQueryProvider;
import org.springframework.integration.support.MutableMessage;
import org.springframework.integration.util.UUIDConverter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Batch's requests to work on a partition, in Spring Integration's message store on the run's own database. Only who judges as
 * the run does sees them. They are JSON: nobody's objects are made of bytes.
 */
public final class Requests {
    private static final String WITHDRAW =
            "delete from INT_CHANNEL_MESSAGE where REGION = ? and GROUP_KEY = ? and MESSAGE_ID = ?";

    private final JdbcTemplate jdbc;
    private final JdbcChannelMessageStore store = new JdbcChannelMessageStore();
    private final String judgesBy;

    /** @param judgesBy whose requests they are */
    public Requests(JdbcTemplate jdbc, String judgesBy) {
        this.jdbc = jdbc;
        this.judgesBy = judgesBy;
        JdbcTemplate one = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        one.setFetchSize(1);
        one.setMaxRows(1);
        store.setJdbcTemplate(one);
        store.setChannelMessageStoreQueryProvider(new MySqlChannelMessageStoreQueryProvider());
        store.setSerializer(new AsJson());
        store.setMessageRowMapper((r, i) -> message(r.getString("MESSAGE_ID"), r.getBytes("MESSAGE_CONTENT")));
        store.afterPropertiesSet();
    }

    /**
     * In the caller's transaction.
     *
     * @return its id
     */
    public String send(StepExecutionRequest request) {
        Message<StepExecutionRequest> message = new GenericMessage<>(request);
        store.addMessageToGroup(judgesBy, message);
        return String.valueOf(message.getHeaders().getId());
    }

    /** Those that nobody took, because the run itself had done the work. */
    public void withdraw(Collection<String> ids) {
        String group = String.valueOf(UUIDConverter.getUUID(judgesBy));
        jdbc.batchUpdate(
                WITHDRAW,
                ids.stream()
                        .map(id -> new Object[] {store.getRegion(), group, id})
                        .toList());
    }

    /** Those that a run left behind that was killed, and no worker came for. */
    public void withdrawOld() {
        jdbc.update("delete from INT_CHANNEL_MESSAGE where CREATED_DATE < (unix_timestamp() - 86400) * 1000");
    }

    /** The oldest one that nobody else is taking; it is gone when the caller's transaction commits. */
    public Optional<StepExecutionRequest> take() {
        return Optional.ofNullable(store.pollMessageFromGroup(judgesBy))
                .map(message -> (StepExecutionRequest) message.getPayload());
    }

    private static Message<?> message(String id, byte[] content) {
        JsonNode read = JsonMapper.shared().readTree(content);
        return new MutableMessage<>(
                new StepExecutionRequest(
                        read.get("step").asString(), read.get("execution").asLong()),
                Map.of("id", UUID.fromString(id)));
    }

    private static final class AsJson implements Serializer<Message<?>> {
        @Override
        public void serialize(Message<?> message, OutputStream out) throws IOException {
            StepExecutionRequest request = (StepExecutionRequest) message.getPayload();
            out.write(JsonMapper.shared()
                    .writeValueAsBytes(
                            Map.of("step", request.getStepName(), "execution", request.getStepExecutionId())));
        }
    }
}
