package org.parvis.platform.disk;

import org.parvis.platform.database.DataFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration
class DiskConfiguration {

    @Bean
    FreeSpace freeSpace(DataFolder folder) {
        return folder.path().toFile()::getUsableSpace;
    }

    @Bean
    WebMvcConfigurer diskGuarding(DiskGuard guard) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(guard);
            }
        };
    }
}
