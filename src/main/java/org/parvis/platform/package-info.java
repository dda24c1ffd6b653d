/** What knows nothing of the company: database, pages, text, files, mail, languages, time. Uses no other module. */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package org.parvis.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
