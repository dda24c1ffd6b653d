package org.parvis.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What is read in a document that somebody attached, and what is not. */
@ParvisTest
class DocumentsTests {

    @Autowired
    Attachments attachments;

    @Autowired
    Documents documents;

    @Autowired
    Blobs blobs;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    record Known(String type, @Nullable Integer pages, String text) {}

    @Test
    void aPdfHasItsFirstPageAtOnceAndIsReadSoon() throws IOException {
        var kept = keep("Plan.pdf", Documented.pdf("Plan of the hall", "Where the pumps stand"));

        assertThat(kept.previewed()).isTrue();
        assertThat(kept.picture()).isFalse();
        var known = whenRead(kept);
        assertThat(known.type).isEqualTo("application/pdf");
        assertThat(known.pages).isEqualTo(2);
        assertThat(known.text).isEqualTo("Plan of the hall Where the pumps stand");
        assertThat(pages(kept)).isEqualTo(2);
    }

    @Test
    void officeDocumentsAreReadAndKnownForWhatTheyAre() throws IOException {
        var office = "application/vnd.openxmlformats-officedocument.";
        var letter = keep("a", Documented.letter("Chère équipe, la pompe 7 fuit."));
        var sheet = keep("b", Documented.sheet("Débit de la pompe"));
        var slides = keep("c", Documented.slides("La pompe de demain"));
        var open = keep("d", Documented.openDocument("Le guide de la vanne"));

        assertThat(whenRead(letter)).satisfies(known -> {
            assertThat(known.type).isEqualTo(office + "wordprocessingml.document");
            assertThat(known.text).isEqualTo("Chère équipe, la pompe 7 fuit.");
        });
        assertThat(whenRead(sheet)).satisfies(known -> {
            assertThat(known.type).isEqualTo(office + "spreadsheetml.sheet");
            assertThat(known.text).contains("Débit de la pompe");
        });
        assertThat(whenRead(slides)).satisfies(known -> {
            assertThat(known.type).isEqualTo(office + "presentationml.presentation");
            assertThat(known.text).contains("La pompe de demain 0", "La pompe de demain 1");
        });
        assertThat(whenRead(open)).satisfies(known -> {
            assertThat(known.type).isEqualTo("application/vnd.oasis.opendocument.text");
            assertThat(known.text).isEqualTo("Le guide de la vanne");
        });
    }

    @Test
    void textIsReadInItsOwnEncoding() {
        var text = "Procès-verbal de la réunion : la vanne a été réglée, les équipes sont prévenues.";

        assertThat(whenRead(keep("a.txt", text.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new Known("text/plain", null, text));
        assertThat(whenRead(keep("b.txt", (text + " ").getBytes(StandardCharsets.ISO_8859_1))).text)
                .isEqualTo(text);
    }

    @Test
    void theSameDocumentIsReadOnce() throws IOException {
        var content = Documented.pdf("Twice");
        var first = keep("one.pdf", content);
        whenRead(first);
        var second = keep("two.pdf", content);

        documents.read();

        assertThat(jdbc.sql("select count(*) from document where blob = (select blob from file where id = :id)")
                        .param("id", second.id())
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(pages(second)).isOne();
    }

    @Test
    void whatCannotBeReadIsKeptAndNotTriedAgain() throws IOException {
        var locked = keep("locked.pdf", Documented.lockedPdf("Secret of the pump"));
        var bomb = keep("bomb.odt", Documented.openDocument("x".repeat(20_000_000)));

        assertThat(locked.previewed()).isFalse();
        assertThat(whenRead(locked)).isEqualTo(new Known("application/pdf", null, ""));
        assertThat(whenRead(bomb).text.length()).isLessThanOrEqualTo(DocumentWorker.TEXT);
        assertThat(jdbc.sql("select count(*) from document where text is null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aLongTextIsCutAtItsLimit() {
        var known = whenRead(keep("long.txt", "vanne ".repeat(300_000).getBytes(StandardCharsets.US_ASCII)));

        assertThat(known.text.length()).isBetween(DocumentWorker.TEXT - 10, DocumentWorker.TEXT);
    }

    /** As a document that takes the worker with it would do; whatever was before it is answered. */
    @Test
    void whatEndsAWorkerKeepsNoOtherFromBeingRead() {
        var falling = """
                folder=`mktemp -d`
                trap 'rm -r $folder' EXIT
                cd $folder
                cat > in
                if head -n 1 in | grep -q END; then exit 1; fi
                sed '/END/,$d' in | exec "$@"
                """;
        var words = new ArrayList<>(List.of("sh", "-c", falling, "sh"));
        words.addAll(WorkerCommand.ofThisProcess().words());
        transaction.executeWithoutResult(tx -> {
            // Nobody else reads them meanwhile: they are not there for others yet.
            var kept = Stream.of("The first pump.\n", "The END of it.\n", "The second pump.\n")
                    .map(text -> keep("a.txt", text.getBytes(StandardCharsets.US_ASCII)))
                    .toList();
            try (var workers = new Workers(new WorkerCommand(words))) {
                new Documents(workers, blobs, jdbc).read();
            }
            assertThat(kept)
                    .map(file -> known(file).orElseThrow().text)
                    .containsExactly("The first pump.", "", "The second pump.");
        });
    }

    /** A worker that is ended in the middle of its answer, and one that says what is no answer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\0\\0\\0\\144\\0\\12text/plain\\0\\0\\0\\0The first half",
                "\\377\\377\\377\\377",
                "java.lang.OutOfMemoryError"
            })
    void halfAnAnswerIsNone(String said) {
        transaction.executeWithoutResult(tx -> {
            var kept = keep("half.txt", ("Half of " + said).getBytes(StandardCharsets.US_ASCII));
            var command = List.of("sh", "-c", "cat > /dev/null; printf '%s'".formatted(said), "sh");
            try (var workers = new Workers(new WorkerCommand(command))) {
                new Documents(workers, blobs, jdbc).read();
            }
            assertThat(known(kept).orElseThrow().text).isEmpty();
        });
    }

    /** So that the job fails and comes again: it is not the document's fault. */
    @Test
    void whatCannotBeReachedIsNotTakenForUnreadable() {
        var gone = new IllegalStateException("the bucket does not answer");
        try (var workers = new Workers()) {
            assertThatThrownBy(() -> workers.answer(
                            new Workers.Work(DocumentWorker.class, List.of(), Duration.ofMinutes(1), 1000), out -> {
                                throw gone;
                            }))
                    .isSameAs(gone);
        }
    }

    private Attachment keep(String name, byte[] content) {
        return attachments.keep(cast.bruno().id().value(), name, new ByteArrayResource(content), content.length);
    }

    // That the job does it in its time is seen where posts are.
    private Known whenRead(Attachment file) {
        documents.read();
        return Objects.requireNonNull(await().until(() -> known(file).orElse(null), Objects::nonNull));
    }

    private Optional<Known> known(Attachment file) {
        return jdbc.sql("""
                select b.media_type, d.pages, d.text
                  from file f join blob b on b.sha256 = f.blob join document d on d.blob = f.blob
                 where f.id = :id and d.text is not null
                """)
                .param("id", file.id())
                .query((row, number) -> new Known(row.getString(1), row.getObject(2, Integer.class), row.getString(3)))
                .optional();
    }

    private @Nullable Integer pages(Attachment file) {
        return attachments
                .waiting(cast.bruno().id().value(), List.of(new Enclosure(file.id(), "")))
                .getFirst()
                .pages();
    }
}
