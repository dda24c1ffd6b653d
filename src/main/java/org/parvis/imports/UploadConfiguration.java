package org.parvis.imports;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets an export of years be uploaded, straight to the data folder and never into memory. Who may do so is asked first:
 * nothing reads a body before the rules of security have been.
 */
@Configuration
class UploadConfiguration {

    @Bean
    MultipartConfigElement multipartConfig(UploadFolder folder, ImportDoor door) {
        return new MultipartConfigElement(
                folder.arrivals().toString(),
                door.limit().toBytes(),
                door.most().toBytes(),
                0);
    }
}
