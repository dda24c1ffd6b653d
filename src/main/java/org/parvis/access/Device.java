package org.parvis.access;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** What a browser says of itself, in the few words people know their devices by. */
public record Device(String kind, String browser, String system) {

    private static final Map<String, String> BROWSERS =
            ordered("Edg", "Edge", "OPR/", "Opera", "Firefox/", "Firefox", "Chrome/", "Chrome", "Safari/", "Safari");
    private static final Map<String, String> SYSTEMS = ordered(
            "Android",
            "Android",
            "iPhone",
            "iOS",
            "iPad",
            "iPadOS",
            "Windows",
            "Windows",
            "Mac OS X",
            "macOS",
            "Linux",
            "Linux");

    static Device of(@Nullable String agent) {
        var text = agent == null ? "" : agent;
        return new Device(kind(text), first(BROWSERS, text), first(SYSTEMS, text));
    }

    /** As kept with the session. */
    String code() {
        return kind + "|" + browser + "|" + system;
    }

    static Device parse(String code) {
        var parts = code.split("\\|", -1);
        return parts.length == 3 ? new Device(parts[0], parts[1], parts[2]) : new Device("computer", "", "");
    }

    public String icon() {
        return switch (kind) {
            case "phone" -> "smartphone";
            case "tablet" -> "tablet";
            default -> "laptop";
        };
    }

    private static String kind(String agent) {
        if (agent.contains("iPad") || agent.contains("Tablet")) {
            return "tablet";
        } else {
            return agent.contains("Mobile") || agent.contains("iPhone") ? "phone" : "computer";
        }
    }

    private static String first(Map<String, String> names, String agent) {
        return names.entrySet().stream()
                .filter(name -> agent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> ordered(String... pairs) {
        var map = new java.util.LinkedHashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
