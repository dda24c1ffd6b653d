package org.parvis.journal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JournalConfiguration {

    @Bean
    Pace journalPace() {
        return Pace.USUAL;
    }
}
