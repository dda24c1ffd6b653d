package org.parvis.platform.files;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.network.Network;
import org.parvis.platform.text.PlainText;
import org.parvis.platform.web.Invalid;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is said in films and in sound, to be read: captions, one for each of the network's languages, and a transcript. */
@Component
public class Captions {

    private final JdbcClient jdbc;
    private final Network network;

    Captions(JdbcClient jdbc, Network network) {
        this.jdbc = jdbc;
        this.network = network;
    }

    /**
     * Keeps what a form says of a film or sound of this place; what is none is left alone. Throws {@code Invalid} with the
     * name of the field.
     */
    @Transactional
    public void keep(String placeKind, long placeId, Said said) {
        if (!isRecording(placeKind, placeId, said.file())) return;
        if (said.transcript() != null) write(said.file(), said.transcript());
        keepCaptions(said);
    }

    /** As {@link #keep}, of what waits for its owner; the transcript waits in the form. */
    @Transactional
    void keepWaiting(long owner, Said said) {
        if (isRecording(Attachments.WAITING, owner, said.file())) keepCaptions(said);
    }

    Optional<String> find(long file, String language) {
        return jdbc.sql("select cues from caption where file = :file and language = :language")
                .param("file", file)
                .param("language", language)
                .query(String.class)
                .optional();
    }

    private void write(long file, String typed) {
        jdbc.sql("update file set transcript = :transcript where id = :file")
                .param("transcript", PlainText.optional("transcript-" + file, typed, Spoken.TRANSCRIPT))
                .param("file", file)
                .update();
    }

    private void keepCaptions(Said said) {
        remove(said.file(), said.uncaptioned());
        if (said.captions() != null) put(said.file(), said.language(), said.captions());
    }

    private void put(long file, @Nullable String language, Resource upload) {
        var field = "captions-" + file;
        if (language == null || !languages().contains(language)) throw new Invalid(field, "platform.captions.language");
        jdbc.sql("""
                insert into caption (file, language, cues) values (:file, :language, :cues)
                on conflict (file, language) do update set cues = excluded.cues
                """)
                .param("file", file)
                .param("language", language)
                .param("cues", WebVtt.rewritten(field, bytes(upload)))
                .update();
    }

    private void remove(long file, List<String> languages) {
        if (languages.isEmpty()) return;
        jdbc.sql("delete from caption where file = :file and language = any (:languages)")
                .param("file", file)
                .param("languages", languages.toArray(String[]::new))
                .update();
    }

    // Locked, so that it does not go meanwhile.
    private boolean isRecording(String placeKind, long placeId, long file) {
        return jdbc.sql("""
                select b.media_type
                  from file f join blob b on b.sha256 = f.blob
                 where f.id = :file and f.place_kind = :placeKind and f.place_id = :placeId and f.attached
                   and f.deleted_at is null
                   for update of f
                """)
                .param("file", file)
                .param("placeKind", placeKind)
                .param("placeId", placeId)
                .query(String.class)
                .optional()
                .filter(type -> Playable.type(type) != null)
                .isPresent();
    }

    private List<String> languages() {
        return network.identity()
                .map(Network.Identity::languages)
                .orElseGet(() ->
                        Messages.LANGUAGES.stream().map(Locale::getLanguage).toList());
    }

    // One byte more than may be, to tell that there is more.
    private static byte[] bytes(Resource upload) {
        try (var content = upload.getInputStream()) {
            return content.readNBytes(WebVtt.MOST + 1);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
