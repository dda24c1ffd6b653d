package org.parvis.platform.files;

import jakarta.servlet.http.HttpServletRequest;
import org.parvis.platform.settings.ParvisSettings;
import org.parvis.platform.web.UploadDoor;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

import java.util.regex.Pattern;

/** Where files come in: one by one, or all with the form of a post that no script has taken apart. */
@Component
class FileDoor implements UploadDoor {

    private static final Pattern ADDRESSES = Pattern.compile(
            "/files|/api/v1/files|/posts(/preview|/\\d{1,18}(/comments)?)?|/comments/\\d{1,18}|/communities/\\d{1,18}/posts");

    private final ParvisSettings settings;

    FileDoor(ParvisSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean isAt(HttpServletRequest request) {
        return ADDRESSES.matcher(request.getRequestURI()).matches();
    }

    @Override
    public DataSize most() {
        return DataSize.ofBytes(
                settings.fileLimit().toBytes() + DataSize.ofMegabytes(2).toBytes());
    }
}
