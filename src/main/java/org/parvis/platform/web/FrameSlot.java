package org.parvis.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What a module adds to the frame around every page: an entry of the navigation, the bell's count, my communities. Asked
 * only when a whole page is rendered; what it must read is {@link FrameData}.
 */
public interface FrameSlot {

    void furnish(Frame frame, HttpServletRequest request);
}
