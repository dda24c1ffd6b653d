package org.parvis.live;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** A connection keeps its buffers to itself: who writes a stream may still hold them when the other side ends it. */
@Component
class OwnBuffers implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addConnectorCustomizers(connector -> connector.setProperty("socket.bufferPool", "0"));
    }
}
