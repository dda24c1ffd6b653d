package org.parvis.platform.web;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The frame around one page while the modules furnish it. */
public final class Frame {

    /** Who is signed in, for the account menu. */
    public record Me(
            String id,
            String name,
            String initials,
            int tone,
            @Nullable String photo) {}

    /** An entry of the side navigation; {@code order} sorts, {@code messageKey} names, {@code icon} is Lucide's name. */
    public record NavItem(int order, String href, String messageKey, String icon, int badge) {}

    /** One of my communities. */
    public record Place(
            String href,
            String name,
            String initials,
            int tone,
            @Nullable String picture,
            boolean unread) {}

    private @Nullable Me me;
    private String networkName = "Parvis";
    private int unread;
    private boolean administrator;
    private boolean founding;
    private boolean owning;
    private final List<NavItem> navigation = new ArrayList<>();
    private final List<NavItem> administration = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();

    public void me(Me signedIn) {
        me = signedIn;
    }

    public void network(String name) {
        networkName = name;
    }

    public void unread(int count) {
        unread = count;
    }

    public void administrator(boolean mayAdministrate) {
        administrator = mayAdministrate;
    }

    public void founding(boolean mayFoundPlaces) {
        founding = mayFoundPlaces;
    }

    /** That the viewer owns one of the places in sight, and so may have something to decide there. */
    public void owning() {
        owning = true;
    }

    public boolean isOwning() {
        return owning;
    }

    public void navigation(NavItem item) {
        navigation.add(item);
    }

    public void administration(NavItem item) {
        administration.add(item);
    }

    public void place(Place place) {
        places.add(place);
    }

    @Nullable
    Me me() {
        return me;
    }

    String networkName() {
        return networkName;
    }

    int unread() {
        return unread;
    }

    boolean administrator() {
        return administrator;
    }

    boolean founding() {
        return founding;
    }

    List<NavItem> navigation() {
        return sorted(navigation);
    }

    List<NavItem> administration() {
        return sorted(administration);
    }

    List<Place> places() {
        return places;
    }

    private static List<NavItem> sorted(List<NavItem> items) {
        return items.stream().sorted(Comparator.comparingInt(NavItem::order)).toList();
    }
}
