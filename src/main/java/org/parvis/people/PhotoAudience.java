package org.parvis.people;

import org.parvis.platform.files.QueriedAudience;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A photo is seen by whoever may see the person. */
@Component
class PhotoAudience extends QueriedAudience {

    PhotoAudience(JdbcClient jdbc) {
        super(jdbc, Profiles.PHOTO_OF, "visible_people(:viewer) where id = :place");
    }
}
