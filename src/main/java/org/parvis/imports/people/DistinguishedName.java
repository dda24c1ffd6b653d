package org.parvis.imports.people;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;

/** Names of entries as directory servers write them (RFC 4514). */
final class DistinguishedName {

    private DistinguishedName() {}

    /** One spelling for all of a name's; anything else as it stands. */
    static String normal(String written) {
        try {
            return written.indexOf('=') > 0 ? new DN(written).toNormalizedString() : written;
        } catch (LDAPException noName) {
            return written;
        }
    }
}
