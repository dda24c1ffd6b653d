package org.parvis.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Gives the API's lists the {@link Paging} asked for. A limit beyond its bounds is the nearest within them, however large;
 * what is no number, or no cursor of ours, is refused, since a program would take the answer for another.
 */
@Component
class PagingArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,1000}");
    private static final int SURELY_TOO_MANY = 9;

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Paging.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return new Paging(cursor(request.getParameter("cursor")), limit(request.getParameter("limit")));
    }

    private static @Nullable Cursor cursor(@Nullable String asked) {
        if (asked == null || asked.isEmpty()) {
            return null;
        }
        var cursor = Cursor.parse(asked);
        if (cursor == null) {
            throw new Invalid("cursor", "platform.list.cursor");
        }
        return cursor;
    }

    private static int limit(@Nullable String asked) {
        if (asked == null || asked.isEmpty()) {
            return Slice.PAGE;
        } else if (!WHOLE_NUMBER.matcher(asked).matches()) {
            throw new Invalid("limit", "platform.list.limit", Slice.MOST);
        } else if (asked.startsWith("-")) {
            return 1;
        } else {
            return asked.length() > SURELY_TOO_MANY ? Slice.MOST : Math.clamp(Integer.parseInt(asked), 1, Slice.MOST);
        }
    }
}
