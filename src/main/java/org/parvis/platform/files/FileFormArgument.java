package org.parvis.platform.files;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.NotSignedIn;
import org.parvis.platform.web.Visitor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Reads {@link FileForm}: {@code files} are the numbers of what waits, each with what its picture shows in
 * {@code alt-number}; {@code without} takes one out again; {@code file} are uploads.
 */
@Component
class FileFormArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final int MOST = 10 * Attachments.MOST;

    private final ObjectProvider<Attachments> attachments;

    FileFormArgument(ObjectProvider<Attachments> attachments) {
        this.attachments = attachments;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == FileForm.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var form = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        var enclosed = new ArrayList<>(ahead(form).toList());
        var problems = new ArrayList<Invalid.Problem>();
        for (var upload : uploads(form)) {
            try {
                enclosed.add(kept(form, upload));
            } catch (Invalid invalid) {
                problems.addAll(invalid.problems());
            }
        }
        return new FileForm(List.copyOf(enclosed), List.copyOf(problems));
    }

    // What is no number was never given out. Many more than a text may have are no form of ours.
    private static Stream<Enclosure> ahead(HttpServletRequest form) {
        return Stream.of(Objects.requireNonNullElse(form.getParameterValues("files"), new String[0]))
                .limit(MOST)
                .filter(id -> id.matches("\\d{1,18}") && !id.equals(form.getParameter("without")))
                .map(id -> new Enclosure(
                        Long.parseLong(id), Objects.requireNonNullElse(form.getParameter("alt-" + id), "")));
    }

    // A field in which nothing was chosen is sent all the same, without a name.
    private static List<MultipartFile> uploads(HttpServletRequest form) {
        var parts = WebUtils.getNativeRequest(form, MultipartHttpServletRequest.class);
        return parts == null
                ? List.of()
                : parts.getFiles("file").stream()
                        .filter(part -> !part.isEmpty()
                                || !String.valueOf(part.getOriginalFilename()).isEmpty())
                        .toList();
    }

    private Enclosure kept(HttpServletRequest form, MultipartFile upload) {
        if (form.getUserPrincipal() instanceof Authentication someone
                && someone.getPrincipal() instanceof Visitor owner) {
            var file = attachments.getObject().keep(owner.number(), upload);
            return new Enclosure(file.id(), "");
        }
        throw new NotSignedIn();
    }
}
