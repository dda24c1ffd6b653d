package org.parvis.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.util.unit.DataSize;

/** An address that takes larger uploads than any other: the module that listens there fills this slot. */
public interface UploadDoor {

    boolean isAt(HttpServletRequest request);

    /** The longest request it takes. */
    DataSize most();
}
