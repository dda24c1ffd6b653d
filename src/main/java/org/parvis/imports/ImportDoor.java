package org.parvis.imports;

import jakarta.servlet.http.HttpServletRequest;
import org.parvis.platform.web.UploadDoor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The pages of imports take exports of years; they ask for the role. */
@Component
class ImportDoor implements UploadDoor {

    private final DataSize limit;

    ImportDoor(@Value("${parvis.upload-limit:2GB}") DataSize limit) {
        this.limit = limit;
    }

    @Override
    public boolean isAt(HttpServletRequest request) {
        return request.getRequestURI().equals("/administration/imports");
    }

    /** The heaviest file. */
    DataSize limit() {
        return limit;
    }

    /** With what stands around the file. */
    @Override
    public DataSize most() {
        return DataSize.ofBytes(limit.toBytes() + DataSize.ofMegabytes(1).toBytes());
    }
}
