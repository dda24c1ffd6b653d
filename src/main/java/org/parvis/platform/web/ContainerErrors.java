package org.parvis.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** What fails before any controller is asked gets the same pages as what fails in one. */
@Controller
class ContainerErrors implements ErrorController {

    @RequestMapping("/error")
    void refuse(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status) {
            throw new ResponseStatusException(HttpStatusCode.valueOf(status));
        } else {
            throw new NotFound("error page without an error");
        }
    }
}
