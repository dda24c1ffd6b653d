package org.parvis.access;

import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Signing one's devices out, one or all others. */
@Controller
class DeviceController {

    private final Sessions sessions;

    DeviceController(Sessions sessions) {
        this.sessions = sessions;
    }

    @PostMapping("/settings/devices/{id}/end")
    String end(@SignedIn Viewer viewer, @PathVariable long id) {
        sessions.end(viewer.id(), id);
        return "redirect:/settings";
    }

    @PostMapping("/settings/devices/end-others")
    String endOthers(@SignedIn Viewer viewer) {
        sessions.endAllDevicesBut(viewer.id(), SettingsPage.thisDevice());
        return "redirect:/settings";
    }
}
