package org.parvis.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.disk.DiskFull;
import org.parvis.platform.i18n.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.databind.exc.MismatchedInputException;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Turns what went wrong into a page for people and {@code application/problem+json} (RFC 9457) for programs. A 404 says
 * the same bytes whether the thing is hidden or was never there.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorPages {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    // PostgreSQL, appendix A: character_not_in_repertoire, untranslatable_character, numeric_value_out_of_range,
    // datetime_field_overflow; and disk_full.
    private static final Set<String> UNREPRESENTABLE = Set.of("22021", "22P05", "22003", "22008");
    private static final String DISK_FULL = "53100";

    private final Messages messages;

    ErrorPages(Messages messages) {
        this.messages = messages;
    }

    @ExceptionHandler(NotFound.class)
    Object notFound(HttpServletRequest request) {
        return answer(request, HttpStatus.NOT_FOUND, List.of());
    }

    @ExceptionHandler(Forbidden.class)
    Object forbidden(HttpServletRequest request) {
        return answer(request, HttpStatus.FORBIDDEN, List.of());
    }

    @ExceptionHandler(Conflict.class)
    Object conflict(HttpServletRequest request, Conflict conflict) {
        var detail = messages.text(Pages.locale(request), String.valueOf(conflict.getMessage()));
        return answer(request, HttpStatus.CONFLICT, detail, List.of(), null);
    }

    @ExceptionHandler(Invalid.class)
    Object invalid(HttpServletRequest request, Invalid invalid) {
        return answer(request, HttpStatus.UNPROCESSABLE_CONTENT, fieldErrors(Pages.locale(request), invalid));
    }

    @ExceptionHandler(TooMany.class)
    Object tooMany(HttpServletRequest request, HttpServletResponse response, TooMany tooMany) {
        var seconds = Long.toString(Math.max(1, tooMany.retryAfter().toSeconds()));
        response.setHeader(HttpHeaders.RETRY_AFTER, seconds);
        return answer(request, HttpStatus.TOO_MANY_REQUESTS, List.of());
    }

    @ExceptionHandler(Busy.class)
    Object busy(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        return answer(request, HttpStatus.SERVICE_UNAVAILABLE, List.of());
    }

    @ExceptionHandler(NotSignedIn.class)
    Object notSignedIn(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return answer(request, HttpStatus.UNAUTHORIZED, List.of());
    }

    // An id that is no number is an id that is not there.
    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    Object noId(HttpServletRequest request, MethodArgumentTypeMismatchException mismatch) {
        if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return answer(request, HttpStatus.NOT_FOUND, List.of());
        } else if (ApiAddress.of(request)) {
            return invalid(request, new Invalid(mismatch.getName(), "platform.json.type"));
        } else {
            return answer(request, HttpStatus.BAD_REQUEST, List.of());
        }
    }

    // A form without the parts of an upload, or whose parts are broken; one that is too large says so itself.
    @ExceptionHandler(MultipartException.class)
    @Nullable
    Object noUpload(HttpServletRequest request, HttpServletResponse response, MultipartException problem)
            throws Exception {
        if (DiskFull.isCauseOf(problem)) return full(request);
        if (problem.getMostSpecificCause() instanceof Busy) return busy(request, response);
        return problem instanceof ErrorResponse
                ? anything(request, response, problem)
                : answer(request, HttpStatus.BAD_REQUEST, List.of());
    }

    // The container could not read the form: it is broken, or too long.
    @ExceptionHandler(InvalidParameterException.class)
    Object noForm(HttpServletRequest request, InvalidParameterException problem) {
        return DiskFull.isCauseOf(problem)
                ? full(request)
                : answer(request, HttpStatus.valueOf(problem.getErrorCode()), List.of());
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    @Nullable
    Object unreadable(
            HttpServletRequest request, HttpServletResponse response, HttpMessageNotReadableException unreadable)
            throws Exception {
        if (unreadable.getMostSpecificCause() instanceof MaxUploadSizeExceededException tooLong) {
            return anything(request, response, tooLong);
        }
        return unreadable.getCause() instanceof MismatchedInputException mismatch
                ? otherType(request, mismatch)
                : answer(request, HttpStatus.BAD_REQUEST, json(request), List.of(), null);
    }

    // Readable JSON, but a text where a list should be: the field is named. Without a field it is no object at all.
    @ExceptionHandler(MismatchedInputException.class)
    Object otherType(HttpServletRequest request, MismatchedInputException mismatch) {
        var field = mismatch.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "" : step.getPropertyName())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining("."));
        return field.isEmpty()
                ? answer(request, HttpStatus.BAD_REQUEST, json(request), List.of(), null)
                : invalid(request, new Invalid(field, "platform.json.type"));
    }

    private String json(HttpServletRequest request) {
        return messages.text(Pages.locale(request), "platform.json.unreadable");
    }

    // A character, a number or a moment that no column can hold was no answer to what was asked.
    @ExceptionHandler(DataIntegrityViolationException.class)
    @Nullable
    Object noValue(HttpServletRequest request, HttpServletResponse response, DataIntegrityViolationException problem)
            throws Exception {
        return problem.getMostSpecificCause() instanceof SQLException cause
                        && UNREPRESENTABLE.contains(String.valueOf(cause.getSQLState()))
                ? answer(request, HttpStatus.BAD_REQUEST, List.of())
                : anything(request, response, problem);
    }

    // A lock or a statement that takes too long, a connection that is not to be had: the next try may go through.
    @ExceptionHandler({
        TransientDataAccessException.class,
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class
    })
    Object busy(HttpServletRequest request, HttpServletResponse response, Exception problem) {
        if (isDiskFull(problem)) return full(request);
        log.warn("The database or the store of files is busy: {}", problem.getMessage());
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        return answer(request, HttpStatus.SERVICE_UNAVAILABLE, List.of());
    }

    // Where forms are sent to there is no page: whoever reloads the answer comes to the page the form stood on.
    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    @Nullable
    Object noPage(
            HttpServletRequest request, HttpServletResponse response, HttpRequestMethodNotSupportedException problem)
            throws Exception {
        var path = request.getRequestURI();
        var above = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        return request.getMethod().equals("GET") && !above.isEmpty() && !ApiAddress.of(request)
                ? new ModelAndView("redirect:" + above)
                : anything(request, response, problem);
    }

    @ExceptionHandler(DiskFull.class)
    Object full(HttpServletRequest request) {
        return answer(request, HttpStatus.INSUFFICIENT_STORAGE, List.of());
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    Object anything(HttpServletRequest request, HttpServletResponse response, Exception problem) throws Exception {
        if (problem instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            return answer(request, HttpStatus.valueOf(known.getStatusCode().value()), List.of());
        } else if (problem instanceof org.springframework.security.access.AccessDeniedException
                || problem instanceof org.springframework.security.core.AuthenticationException) {
            throw problem;
        } else if (DisconnectedClientHelper.isClientDisconnectedException(problem)) {
            return null; // nobody is there any more who could be told
        } else if (response.isCommitted()) {
            log.warn("A response broke off", problem);
            return null;
        } else {
            var reference = UUID.randomUUID().toString().substring(0, 8);
            log.error("Request failed, reference {}", reference, problem);
            return answer(request, HttpStatus.INTERNAL_SERVER_ERROR, null, List.of(), reference);
        }
    }

    // The database may lie on another disk than the one we watch.
    private static boolean isDiskFull(Exception problem) {
        return NestedExceptionUtils.getMostSpecificCause(problem) instanceof SQLException refused
                && DISK_FULL.equals(refused.getSQLState());
    }

    private Object answer(HttpServletRequest request, HttpStatus status, List<Problem.Field> errors) {
        return answer(request, status, null, errors, null);
    }

    private Object answer(
            HttpServletRequest request,
            HttpStatus status,
            @Nullable String detail,
            List<Problem.Field> errors,
            @Nullable String reference) {
        var locale = Pages.locale(request);
        var said = detail == null ? messages.text(locale, "error." + key(status) + ".text") : detail;
        return ApiAddress.of(request)
                ? problem(status, messages.text(locale, "error." + key(status) + ".title"), said, errors)
                : page(request, status, said, errors, reference);
    }

    private static ResponseEntity<Problem> problem(
            HttpStatus status, String title, String detail, List<Problem.Field> errors) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new Problem("about:blank", title, status.value(), detail, errors.isEmpty() ? null : errors));
    }

    private static ModelAndView page(
            HttpServletRequest request,
            HttpStatus status,
            String detail,
            List<Problem.Field> errors,
            @Nullable String reference) {
        Pages.forgetPath(request);
        var view = new ModelAndView("errors/error");
        view.setStatus(status);
        view.addObject("status", status.value());
        view.addObject("key", "error." + key(status));
        view.addObject("detail", errors.isEmpty() ? detail : errors.getFirst().message());
        view.addObject("reference", reference == null ? "" : reference);
        return view;
    }

    private static String key(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED,
                    NOT_FOUND,
                    FORBIDDEN,
                    CONFLICT,
                    UNPROCESSABLE_CONTENT,
                    TOO_MANY_REQUESTS,
                    CONTENT_TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    METHOD_NOT_ALLOWED,
                    INSUFFICIENT_STORAGE,
                    SERVICE_UNAVAILABLE -> Integer.toString(status.value());
            default -> status.is5xxServerError() ? "500" : "400";
        };
    }

    private List<Problem.Field> fieldErrors(Locale locale, Invalid invalid) {
        return invalid.problems().stream()
                .map(problem -> new Problem.Field(
                        problem.field(),
                        messages.text(
                                locale,
                                problem.messageKey(),
                                problem.arguments().toArray())))
                .toList();
    }
}
