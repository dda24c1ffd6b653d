package org.parvis.imports;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/**
 * Lets an export of years be uploaded, straight to the data folder and never into memory. Who may do so is asked first:
 * nothing reads a body before the rules of security have been.
 */
@Configuration
class UploadConfiguration {

    static final int AFTER_SECURITY = -95;

    @Bean
    MultipartConfigElement multipartConfig(UploadFolder folder, @Value("${parvis.upload-limit:2GB}") DataSize limit) {
        return new MultipartConfigElement(
                folder.arrivals().toString(),
                limit.toBytes(),
                limit.toBytes() + DataSize.ofMegabytes(1).toBytes(),
                0);
    }
}
