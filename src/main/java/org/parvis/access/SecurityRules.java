package org.parvis.access;

import jakarta.servlet.http.HttpServletRequest;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.NotSignedIn;
import org.parvis.platform.web.Refusals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Which addresses ask for whom. Everything that is not named here asks for a signed-in person. */
@Configuration
class SecurityRules {

    /** Open to whoever comes. */
    static final String[] PUBLIC = {
        "/sign-in",
        "/sign-out",
        "/forgotten",
        "/no-password-yet",
        "/links/*",
        "/unsubscribe/*",
        "/feeds/*",
        "/language",
        "/set-up",
        "/assets/**",
        "/error",
        "/favicon.ico"
    };

    private static final RequestMatcher API =
            PathPatternRequestMatcher.withDefaults().matcher("/api/**");
    private static final RequestMatcher FILES =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/files/**");

    private final Refusals refusals;

    SecurityRules(Refusals refusals) {
        this.refusals = refusals;
    }

    // Requests are observed as a whole; each filter of the chain by itself costs more than it tells.
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiRules(HttpSecurity http, AccessTokens tokens) throws Exception {
        return stateless(http.securityMatcher(new OrRequestMatcher(API, SecurityRules::isFileForProgram)))
                .addFilterBefore(new BearerTokens(tokens), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                        (request, response, problem) -> refusals.answer(request, response, new NotSignedIn())))
                .build();
    }

    // The addresses of files are the same for programs, which bring a token, and for people, who bring none.
    private static boolean isFileForProgram(HttpServletRequest request) {
        return FILES.matches(request) && request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    @Bean
    @Order(2)
    SecurityFilterChain pageRules(HttpSecurity http, SessionContext sessions) throws Exception {
        return stateless(http)
                .securityContext(context -> context.securityContextRepository(sessions))
                .authorizeHttpRequests(requests -> requests.requestMatchers(PUBLIC)
                        .permitAll()
                        .requestMatchers("/administration", "/administration/**")
                        .hasRole(NetworkRole.ADMINISTRATOR.name())
                        .anyRequest()
                        .authenticated())
                .addFilterAfter(new CharterGate(refusals), AuthorizationFilter.class)
                .addFilterAfter(new VisitorForms(refusals), AuthorizationFilter.class)
                .exceptionHandling(refused -> refused.authenticationEntryPoint(toSignIn()))
                .build();
    }

    private HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(anonymous -> {})
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .httpStrictTransportSecurity(strict -> strict.disable())
                        .addHeaderWriter(new PrivatePages()))
                .exceptionHandling(this::forbid)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    private void forbid(ExceptionHandlingConfigurer<HttpSecurity> refused) {
        refused.accessDeniedHandler(
                (request, response, problem) -> refusals.answer(request, response, new Forbidden("role")));
    }

    // Relative, so that no Host header decides where the browser goes.
    private static AuthenticationEntryPoint toSignIn() {
        return (request, response, problem) -> {
            var wanted = request.getMethod().equals("GET") ? CharterGate.path(request) : "/";
            response.sendRedirect(
                    wanted.equals("/")
                            ? "/sign-in"
                            : "/sign-in?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
        };
    }
}
