package dev.stet.storage.jdbc;

import dev.stet.access.Actor;
import dev.stet.content.ContentHash;
import dev.stet.ref.AgentKey;
import dev.stet.ref.Origin;
import dev.stet.ref.WorkspaceId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;

/** The values of a statement's parameters, in their order, each written as {@link RowReader} reads it. */
final class Arguments {
    private final List<Value> values = new ArrayList<>();

    List<Value> values() {
        return values;
    }

    Arguments all(Arguments others) {
        values.addAll(others.values);
        return this;
    }

    Arguments owner(AgentKey key) {
        return workspace(key.workspace()).text(key.agent().value());
    }

    Arguments workspace(WorkspaceId workspace) {
        return text(workspace.value());
    }

    Arguments text(String value) {
        return add((statement, position) -> statement.setString(position, value));
    }

    Arguments text(Optional<String> value) {
        return value.isPresent() ? text(value.get()) : none(Types.VARCHAR);
    }

    Arguments name(Enum<?> constant) {
        return text(constant.name());
    }

    Arguments number(long value) {
        return add((statement, position) -> statement.setLong(position, value));
    }

    Arguments number(OptionalLong value) {
        return value.isPresent() ? number(value.getAsLong()) : none(Types.BIGINT);
    }

    Arguments flag(boolean value) {
        return add((statement, position) -> statement.setBoolean(position, value));
    }

    Arguments time(Instant value) {
        return number(Micros.of(value));
    }

    Arguments time(Optional<Instant> value) {
        return value.isPresent() ? time(value.get()) : none(Types.BIGINT);
    }

    Arguments bytes(byte[] value) {
        return add((statement, position) -> statement.setBytes(position, value));
    }

    Arguments bytes(Optional<byte[]> value) {
        return value.isPresent() ? bytes(value.get()) : none(Types.BINARY);
    }

    Arguments hash(ContentHash value) {
        return bytes(HexFormat.of().parseHex(value.hex()));
    }

    Arguments hash(Optional<ContentHash> value) {
        return value.isPresent() ? hash(value.get()) : none(Types.BINARY);
    }

    Arguments actor(Actor value) {
        return text(value.id()).text(value.name()).text(value.email());
    }

    Arguments actor(Optional<Actor> value) {
        return text(value.map(Actor::id)).text(value.map(Actor::name)).text(value.map(Actor::email));
    }

    Arguments origin(Optional<Origin> value) {
        return text(value.map(Texts::of));
    }

    Arguments texts(NavigableSet<String> values) {
        return text(Texts.of(values));
    }

    private Arguments none(int type) {
        return add((statement, position) -> statement.setNull(position, type));
    }

    private Arguments add(Value value) {
        values.add(value);
        return this;
    }

    /** One value, and how a parameter is set to it. */
    interface Value {
        void set(PreparedStatement statement, int position) throws SQLException;
    }
}
