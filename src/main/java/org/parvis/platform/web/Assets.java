package org.parvis.platform.web;

import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sheets, icons, fonts and scripts of every page, made once at start-up, each named by its content and cached for ever. */
@Component
public class Assets {

    private final Map<String, Asset> byName = new LinkedHashMap<>();
    private final Map<String, Asset> byFileName;
    private final String importMap;
    private final String policy;

    Assets() {
        Stylesheet.fonts().forEach(font -> add(Asset.of(font, AssetSources.font(font))));
        add(Asset.of("app.css", Stylesheet.text(byName)));
        AssetSources.ours("css/pages", "css")
                .forEach(sheet -> add(Asset.of(sheet.name() + ".css", Stylesheet.dense(sheet.text()))));
        add(Asset.of("icons.svg", IconSprite.svg()));
        add(Asset.of("parvis.svg", AssetSources.our("parvis.svg")));
        addScript("turbo.js", AssetSources.turbo());
        addScript("stimulus.js", AssetSources.stimulus());
        AssetSources.ours("js/models", "js")
                .forEach(model -> addScript("models/" + model.name() + ".js", model.text()));
        addScript("app.js", Behaviours.module());
        byFileName = byName.values().stream().collect(Collectors.toMap(Asset::fileName, asset -> asset));
        importMap = writeImportMap();
        policy = writePolicy();
    }

    /** The address of a file: {@code path("app.css")}. */
    public String path(String name) {
        return named(name).path();
    }

    /** The one inline script of a page, to be printed as it is between its tags: the policy allows these bytes. */
    public String importMap() {
        return importMap;
    }

    /** What a page of ours may load and do; everything else is refused by the browser. */
    public String contentSecurityPolicy() {
        return policy;
    }

    Asset named(String name) {
        var asset = byName.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("There is no asset " + name);
        }
        return asset;
    }

    Optional<Asset> find(String fileName) {
        return Optional.ofNullable(byFileName.get(fileName));
    }

    private void addScript(String name, String text) {
        add(Asset.of(name, Script.dense(text)));
    }

    private void add(Asset asset) {
        byName.put(asset.name(), asset);
    }

    // Our models are imported by their names: import { Draft } from "models/draft".
    private String writeImportMap() {
        var imports = new LinkedHashMap<String, String>();
        imports.put("@hotwired/turbo", path("turbo.js"));
        imports.put("@hotwired/stimulus", path("stimulus.js"));
        byName.keySet().stream()
                .filter(name -> name.startsWith("models/"))
                .forEach(name -> imports.put(name.substring(0, name.length() - ".js".length()), path(name)));
        return imports.entrySet().stream()
                .map(entry -> '"' + entry.getKey() + "\":\"" + entry.getValue() + '"')
                .collect(Collectors.joining(",", "{\"imports\":{", "}}"));
    }

    private String writePolicy() {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self' '" + Asset.integrity(importMap) + "'",
                "style-src 'self'",
                "img-src 'self' data: blob:",
                "media-src 'self' blob:",
                "font-src 'self'",
                "connect-src 'self'",
                "worker-src 'self'",
                "manifest-src 'self'",
                "form-action 'self'",
                "frame-ancestors 'none'",
                "base-uri 'none'");
    }
}
