package org.parvis.platform.files;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.settings.Bucket;
import org.parvis.platform.settings.ParvisSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Blobs in a bucket of any store that speaks S3, under its prefix as they would stand in a folder. Nothing is asked of it
 * unless the settings name one. What it does not answer is {@code DataAccessResourceFailureException}.
 */
@Component
class BlobBucket implements BlobStore, AutoCloseable {

    private static final int NOT_FOUND = 404;

    private final @Nullable Bucket bucket;
    private @Nullable S3Client client;

    @Autowired
    BlobBucket(ParvisSettings settings) {
        this(settings.bucket().orElse(null));
    }

    BlobBucket(@Nullable Bucket bucket) {
        this.bucket = bucket;
    }

    @Override
    public void send(Part part) {
        if (!isThere(part.blob())) put(part);
    }

    // A sweep may have taken it away since it was sent; what it has not, it leaves to whoever holds the row.
    @Override
    public void place(Part part, Instant now) {
        send(part);
    }

    @Override
    public Resource open(Blob blob, long size) {
        return new StoredObject(key(blob), size, offset -> read(blob, offset));
    }

    // One by one: not every store knows how to delete many.
    @Override
    public void delete(List<Blob> blobs) {
        for (var blob : blobs) {
            var _ = asked(() -> client().deleteObject(one -> one.bucket(name()).key(key(blob))));
        }
    }

    @Override
    public void visitUntouchedSince(Instant time, Consumer<List<Blob>> visitor) {
        var pages = asked(() -> client().listObjectsV2Paginator(
                        list -> list.bucket(name()).prefix(bucket().prefix()).maxKeys(PAGE)));
        for (var page : (Iterable<List<S3Object>>)
                () -> pages.stream().map(one -> one.contents()).iterator()) {
            visitor.accept(page.stream()
                    .filter(object -> object.lastModified().isBefore(time) && isOurs(object.key()))
                    .map(object -> new Blob(HexFormat.of().parseHex(lastOf(object.key()))))
                    .toList());
        }
    }

    @Override
    public synchronized void close() {
        if (client != null) client.close();
    }

    private boolean isThere(Blob blob) {
        return asked(() -> {
            try {
                return client().headObject(one -> one.bucket(name()).key(key(blob)))
                                .contentLength()
                        >= 0;
            } catch (S3Exception refused) {
                if (refused.statusCode() == NOT_FOUND) return false;
                throw refused;
            }
        });
    }

    private void put(Part part) {
        var _ = asked(() -> client().putObject(
                        one -> one.bucket(name()).key(key(part.blob())).contentType("application/octet-stream"),
                        RequestBody.fromFile(part.file())));
    }

    private InputStream read(Blob blob, long offset) {
        var content = asked(() ->
                client().getObject(one -> one.bucket(name()).key(key(blob)).range("bytes=" + offset + "-")));
        return new AbortedEarly(content);
    }

    private static <T> T asked(Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException problem) {
            throw new DataAccessResourceFailureException("the store of files: " + problem.getMessage(), problem);
        }
    }

    private String name() {
        return bucket().name();
    }

    private String key(Blob blob) {
        return bucket().prefix() + BlobStore.path(blob.name());
    }

    // Others may keep things there, too.
    private boolean isOurs(String key) {
        var name = lastOf(key);
        return Blob.isName(name) && key.equals(bucket().prefix() + BlobStore.path(name));
    }

    private static String lastOf(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    private Bucket bucket() {
        return Objects.requireNonNull(bucket, "The settings name no bucket");
    }

    private synchronized S3Client client() {
        if (client == null) client = connect(bucket());
        return client;
    }

    // Many stores know neither the checksums nor the pieces that Amazon's does, nor names of buckets as names of hosts.
    private static S3Client connect(Bucket bucket) {
        var builder = S3Client.builder()
                .region(Region.of(bucket.region()))
                .credentialsProvider(AwsCredentialsProviderChain.of(
                        EnvironmentVariableCredentialsProvider.create(), SystemPropertyCredentialsProvider.create()))
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(5))
                        .socketTimeout(Duration.ofSeconds(30))
                        .build())
                .overrideConfiguration(timing -> timing.apiCallTimeout(Duration.ofMinutes(10)))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(way -> way.chunkedEncodingEnabled(false));
        var endpoint = bucket.endpoint();
        if (endpoint != null) builder.endpointOverride(endpoint).forcePathStyle(true);
        return builder.build();
    }
}
