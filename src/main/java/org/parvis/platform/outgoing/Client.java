package org.parvis.platform.outgoing;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.Lookup;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.util.Timeout;

import java.time.Duration;

/** Apache's client, made for one question: nothing is remembered, nothing is done that was not asked for. */
final class Client {

    /** Names what asks, and not whose it is. */
    static final String NAME = "Mozilla/5.0 (compatible; Parvis; link preview)";

    private static final Duration CONNECTING = Duration.ofSeconds(5);

    private static final Lookup<TlsSocketStrategy> SECURITY = RegistryBuilder.<TlsSocketStrategy>create()
            .register("https", DefaultClientTlsStrategy.createDefault())
            .build();

    private static final HttpConnectionFactory<ManagedHttpClientConnection> CONNECTIONS =
            ManagedHttpClientConnectionFactory.builder()
                    .http1Config(Http1Config.custom()
                            .setMaxLineLength(16 * 1024)
                            .setMaxHeaderCount(200)
                            .setMaxEmptyLineCount(10)
                            .build())
                    .build();

    private Client() {}

    static CloseableHttpClient of(GuardedNames names, Limits limits) {
        var time = Timeout.of(limits.time());
        var connections = BasicHttpClientConnectionManager.create(null, names, SECURITY, CONNECTIONS);
        connections.setConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(limits.time().compareTo(CONNECTING) < 0 ? limits.time() : CONNECTING))
                .setSocketTimeout(time)
                .build());
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(time)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent(NAME)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }
}
