package org.parvis.conversation;

import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads a reaction in an address by its code, not by its Java name. */
@Component
class ReactionCodes implements Converter<String, Reaction> {

    @Override
    public Reaction convert(String code) {
        return Reaction.of(code);
    }
}
