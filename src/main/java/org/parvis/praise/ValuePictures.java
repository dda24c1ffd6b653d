package org.parvis.praise;

import org.parvis.people.Viewer;
import org.parvis.platform.files.FileAudience;
import org.parvis.platform.files.Pictures;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The pictures of values, seen by everybody who is signed in. */
@Component
class ValuePictures implements FileAudience {

    private static final String PLACE = "praise_value";

    private final PraiseValues values;
    private final Pictures pictures;

    ValuePictures(PraiseValues values, Pictures pictures) {
        this.values = values;
        this.pictures = pictures;
    }

    /** @throws org.parvis.platform.web.Invalid for what is no good picture */
    void take(Viewer viewer, long value, MultipartFile photo) {
        var _ = values.find(viewer, value);
        values.picture(value, pictures.keep(photo, photo.getSize(), viewer.id().value(), PLACE, value));
    }

    @Override
    public String placeKind() {
        return PLACE;
    }

    @Override
    public boolean mayRead(long viewer, long value) {
        return true;
    }
}
