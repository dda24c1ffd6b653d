package org.parvis.journal;

import java.util.List;

/**
 * A slot for what a node keeps in memory of what people may change. It is told of each change: on the node that made it as
 * soon as it is committed, so that whoever made it sees it with their next request, on the others when the journal brings
 * it. Must be quick, and may hear of changes that do not concern it.
 */
public interface ChangeListener {

    void changed(List<Activity> changes);
}
