package org.parvis.communities;

import org.parvis.people.Viewer;
import org.parvis.platform.files.Pictures;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Makes what an owner sends the community's picture. */
@Component
class PictureUpload {

    private final Communities communities;
    private final Pictures pictures;

    PictureUpload(Communities communities, Pictures pictures) {
        this.communities = communities;
        this.pictures = pictures;
    }

    /** @throws org.parvis.platform.web.Invalid for what is no good picture */
    void take(Viewer viewer, CommunityId id, MultipartFile photo) {
        communities.changed(viewer, id);
        var file = pictures.keep(photo, photo.getSize(), viewer.id().value(), Communities.KIND, id.value());
        communities.picture(viewer, id, file);
    }
}
