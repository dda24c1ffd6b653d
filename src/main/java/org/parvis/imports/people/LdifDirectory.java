package org.parvis.imports.people;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import org.jspecify.annotations.Nullable;
import org.parvis.imports.Remark;
import org.parvis.imports.UnreadableFile;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A directory as an LDAP server writes it (inetOrgPerson, RFC 2798; Active Directory's names too). */
final class LdifDirectory {

    static final int LARGEST_PHOTO = 5 << 20;

    private static final List<String> PEOPLE = List.of("inetOrgPerson", "organizationalPerson", "person", "user");
    private static final List<String> GROUPS = List.of("groupOfNames", "groupOfUniqueNames", "group", "posixGroup");

    private static final List<String> IDS = List.of("entryUUID", "uid", "sAMAccountName", "employeeNumber");

    // The first attribute that is there; the display name is made for displaying (RFC 2798, 2.3).
    private static final Map<Column, List<String>> NAMES = Map.ofEntries(
            Map.entry(Column.ID, IDS),
            Map.entry(Column.EMAIL, List.of("mail", "userPrincipalName")),
            Map.entry(Column.FULL_NAME, List.of("displayName", "cn")),
            Map.entry(Column.GIVEN_NAME, List.of("givenName")),
            Map.entry(Column.FAMILY_NAME, List.of("sn")),
            Map.entry(Column.JOB_TITLE, List.of("title")),
            Map.entry(Column.DEPARTMENT, List.of("department", "departmentNumber", "ou")),
            Map.entry(Column.ORGANISATION, List.of("company", "o")),
            Map.entry(Column.UNIT, List.of("division")),
            Map.entry(Column.SITE, List.of("physicalDeliveryOfficeName", "l")),
            Map.entry(Column.COUNTRY, List.of("c", "co")),
            Map.entry(Column.PHONE, List.of("telephoneNumber", "mobile")),
            Map.entry(Column.LANGUAGE, List.of("preferredLanguage")));

    // An open list would let passwords and keys through under names nobody thought of.
    private static final List<String> ATTRIBUTES = List.of(
            "employeeType",
            "description",
            "employeeNumber",
            "roomNumber",
            "businessCategory",
            "departmentNumber",
            "costCenter");

    // What ldifde and ldapsearch write around the entries and into them.
    private static final Pattern ABOUT_THE_FILE =
            Pattern.compile("(?i)version: *\\d+|changetype: *add|(?:search|result|ref|numResponses|numEntries):.*");

    private final LdifRecords records;
    private final DirectorySink sink;
    private final BiConsumer<Long, byte[]> photos;
    private boolean foundPeople;

    LdifDirectory(Lines lines, DirectorySink sink, BiConsumer<Long, byte[]> photos) {
        this.records = new LdifRecords(lines);
        this.sink = sink;
        this.photos = photos;
    }

    void read() throws IOException {
        for (var written = records.next(); written != null; written = records.next()) {
            take(written);
        }
        if (!foundPeople) {
            throw new UnreadableFile("imports.file.no-people", "LDIF");
        }
    }

    private void take(LdifRecords.Written written) {
        var lines = written.lines().stream()
                .filter(line -> !ABOUT_THE_FILE.matcher(line).matches())
                .toArray(String[]::new);
        if (written.problem() != null) {
            sink.lost(Remark.at(written.line(), written.problem()), String.join("\n", lines));
        } else if (lines.length > 0) {
            take(written.line(), lines);
        }
    }

    private void take(long line, String[] lines) {
        try {
            var entry = LDIFReader.decodeEntry(true, null, lines);
            if (isOneOf(entry, GROUPS)) {
                sink.group(group(line, entry));
            } else if (isOneOf(entry, PEOPLE) && !entry.hasObjectClass("computer")) {
                foundPeople = true;
                sink.entry(person(line, entry));
            }
        } catch (LDIFException | LDAPException e) {
            sink.lost(Remark.at(line, "imports.line.bad-ldif"), String.join("\n", lines));
        }
    }

    private static boolean isOneOf(Entry entry, List<String> classes) {
        return classes.stream().anyMatch(entry::hasObjectClass);
    }

    private DirectoryEntry person(long line, Entry entry) throws LDAPException {
        // Of the attributes we read none holds a date with slashes.
        var draft = new Draft(line, Dates.DAY_FIRST, sink::remark);
        var dn = entry.getParsedDN().toNormalizedString();
        NAMES.forEach((column, names) -> draft.put(column, names.getFirst(), first(entry, names)));
        draft.put(Column.DISTINGUISHED_NAME, "dn", dn);
        draft.put(Column.MANAGER, "manager", entry.getAttributeValue("manager"));
        draft.put(Column.STATE, "userAccountControl", isDisabled(entry) ? "disabled" : null);
        for (var name : ATTRIBUTES) {
            var values = entry.getAttributeValues(name);
            draft.attribute(name, values == null ? null : String.join(", ", values));
        }
        if (first(entry, IDS) == null) {
            draft.put(Column.ID, "dn", dn);
        }
        return draft.entry(hasPhoto(line, entry));
    }

    private static @Nullable String first(Entry entry, List<String> names) {
        return names.stream()
                .map(entry::getAttributeValue)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    // Active Directory has a bit for it (MS-ADTS 2.2.16), Red Hat and Oracle an attribute.
    private static boolean isDisabled(Entry entry) {
        var control = entry.getAttributeValueAsInteger("userAccountControl");
        return control != null && (control & 2) != 0 || entry.hasAttributeValue("nsAccountLock", "true");
    }

    private boolean hasPhoto(long line, Entry entry) {
        var photo = Stream.of("jpegPhoto", "thumbnailPhoto")
                .map(entry::getAttributeValueBytes)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (photo != null && photo.length > LARGEST_PHOTO) {
            sink.remark(Remark.at(line, "imports.line.photo-too-large"));
        } else if (photo != null) {
            photos.accept(line, photo);
        }
        return photo != null && photo.length <= LARGEST_PHOTO;
    }

    private static DirectoryGroup group(long line, Entry entry) throws LDAPException {
        var members = Stream.of("member", "uniqueMember", "memberUid")
                .map(entry::getAttributeValues)
                .filter(Objects::nonNull)
                .flatMap(Arrays::stream)
                .map(DistinguishedName::normal)
                .toList();
        var dn = entry.getParsedDN().toNormalizedString();
        var name = Objects.requireNonNullElse(entry.getAttributeValue("cn"), dn);
        return new DirectoryGroup(line, dn, Values.cut(name, Draft.NAME_LIMIT), members);
    }
}
