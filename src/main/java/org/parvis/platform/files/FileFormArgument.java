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
 * Reads {@link FileForm}: {@code files} are the numbers of what waits or is there, each with what its picture shows in
 * {@code alt-number} and what is {@link Said} in it; {@code without} takes one out again; {@code file} are uploads.
 */
@Component
class FileFormArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final ObjectProvider<Attachments> attachments;
    private final ObjectProvider<Captions> captions;

    FileFormArgument(ObjectProvider<Attachments> attachments, ObjectProvider<Captions> captions) {
        this.attachments = attachments;
        this.captions = captions;
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
        var said = enclosed.stream()
                .map(ahead -> Said.of(form, ahead.file()))
                .filter(Said::changesCaptions)
                .toList();
        for (var one : said) {
            collect(problems, () -> captions.getObject().keepWaiting(owner(form), one));
        }
        var uploads = uploads(form);
        for (var upload : uploads) {
            collect(problems, () -> enclosed.add(kept(form, upload)));
        }
        var named = form.getParameterValues("files") != null || !uploads.isEmpty();
        return new FileForm(named, List.copyOf(enclosed), said, List.copyOf(problems));
    }

    private static void collect(List<Invalid.Problem> problems, Runnable keeping) {
        try {
            keeping.run();
        } catch (Invalid invalid) {
            problems.addAll(invalid.problems());
        }
    }

    private static Stream<Enclosure> ahead(HttpServletRequest form) {
        var ids = Stream.of(Objects.requireNonNullElse(form.getParameterValues("files"), new String[0]))
                .filter(id -> !id.equals(form.getParameter("without")))
                .toList();
        return FileForm.ahead(ids, form::getParameter);
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
        return new Enclosure(attachments.getObject().keep(owner(form), upload).id(), "");
    }

    private static long owner(HttpServletRequest form) {
        if (form.getUserPrincipal() instanceof Authentication someone
                && someone.getPrincipal() instanceof Visitor owner) {
            return owner.number();
        }
        throw new NotSignedIn();
    }
}
