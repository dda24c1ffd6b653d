package org.parvis.platform.web;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Applies what a PATCH names to what is there (RFC 7396): a member that is given changes, one that is null is emptied, the
 * rest stays, and what may not be changed by it is not looked at.
 */
@Component
public class MergePatch {

    private final JsonMapper json;

    MergePatch(JsonMapper json) {
        this.json = json;
    }

    public <T extends Record> T apply(T now, ObjectNode given) {
        ObjectNode merged = json.valueToTree(now);
        merged.setAll(given);
        @SuppressWarnings("unchecked")
        var type = (Class<T>) now.getClass();
        return json.treeToValue(merged, type);
    }
}
