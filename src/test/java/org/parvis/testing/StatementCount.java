package org.parvis.testing;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Counts the SQL statements that this thread sends; what other threads do meanwhile does not count. */
@TestComponent
public class StatementCount implements BeanPostProcessor {

    // Read anew every few seconds, whoever asks for what: no page pays for it.
    private static final String NETWORK = "select name, languages, default_language from network";

    // Only while somebody counts: what a whole walk sends would fill the memory.
    private static final ThreadLocal<@Nullable List<String>> SENT = new ThreadLocal<>();

    /** The statements that an action sends, in their order. */
    public static List<String> during(Runnable action) {
        var sent = new ArrayList<String>();
        SENT.set(sent);
        try {
            action.run();
        } finally {
            SENT.remove();
        }
        return List.copyOf(sent);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? watch(DataSource.class, source, "") : bean;
    }

    private static <T> T watch(Class<T> type, T watched, String sql) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(watched, method, arguments, sql)));
    }

    private static Object call(Object watched, Method method, Object[] arguments, String sql) throws Throwable {
        var sent = SENT.get();
        if (sent != null && watched instanceof Statement && method.getName().startsWith("execute")) {
            var text = sql.isEmpty() && arguments != null ? String.valueOf(arguments[0]) : sql;
            if (!text.equals(NETWORK)) sent.add(text);
        }
        try {
            var answer = method.invoke(watched, arguments);
            return switch (answer) {
                case Connection connection
                when !method.getName().equals("unwrap") -> watch(Connection.class, connection, "");
                case PreparedStatement statement
                when method.getName().startsWith("prepare") ->
                    watch(PreparedStatement.class, statement, String.valueOf(arguments[0]));
                case Statement statement
                when method.getName().equals("createStatement") -> watch(Statement.class, statement, "");
                case null, default -> answer;
            };
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
