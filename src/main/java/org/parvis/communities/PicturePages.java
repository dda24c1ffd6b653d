package org.parvis.communities;

import jakarta.servlet.http.HttpServletResponse;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.files.FileAudience;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A community's picture: given and taken away by its owners, seen by whoever may find the community. */
@Controller
@RequestMapping("/communities/{id}/picture")
class PicturePages implements FileAudience {

    private final Communities communities;
    private final PictureUpload upload;
    private final JdbcClient jdbc;

    PicturePages(Communities communities, PictureUpload upload, JdbcClient jdbc) {
        this.communities = communities;
        this.upload = upload;
        this.jdbc = jdbc;
    }

    @PostMapping
    String put(
            @SignedIn Viewer viewer,
            Page page,
            HttpServletResponse response,
            @PathVariable CommunityId id,
            @RequestParam MultipartFile photo) {
        try {
            upload.take(viewer, id, photo);
            Flash.say(response, page.text("communities.saved"));
        } catch (Invalid refused) {
            Flash.say(response, String.valueOf(page.problem(refused, "photo")));
        }
        return "redirect:/communities/" + id + "/settings";
    }

    @DeleteMapping
    String delete(@SignedIn Viewer viewer, @PathVariable CommunityId id) {
        communities.picture(viewer, id, null);
        return "redirect:/communities/" + id + "/settings";
    }

    @Override
    public String placeKind() {
        return Communities.KIND;
    }

    @Override
    public boolean mayRead(long viewer, long community) {
        return jdbc.sql("select exists (select from findable_communities(:viewer) where id = :community)")
                .param("viewer", viewer)
                .param("community", community)
                .query(Boolean.class)
                .single();
    }
}
