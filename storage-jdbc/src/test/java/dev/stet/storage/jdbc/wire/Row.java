package dev.stet.storage.jdbc.wire;

import dev.stet.ref.RequestId;
import dev.stet.storage.jdbc.operation.FrontDesk;
import dev.stet.storage.jdbc.operation.Operation;
import dev.stet.storage.jdbc.operation.Questions;
import java.util.List;

/**
 * One line of the table of what calls cost.
 *
 * @param operation what is measured
 * @param contentInMemory whether the instance has all contents in memory
 * @param before what was called before
 */
record Row(Operation operation, boolean contentInMemory, List<Operation> before) {
    static List<Row> all() {
        Operation requested = requested();
        return List.of(
                warm(FrontDesk.create()),
                warm(FrontDesk.openDraft()),
                warm(FrontDesk.save()),
                warm(FrontDesk.publish()),
                warm(FrontDesk.publishAndDeploy()),
                cold(FrontDesk.publishAndDeploy()),
                warm(requested),
                new Row(
                        new Operation("the same again, under the same request id", requested.call()),
                        true,
                        List.of(requested)),
                warm(FrontDesk.promote()),
                warm(FrontDesk.rollBack()),
                warm(FrontDesk.editPage()),
                warm(Questions.resolve()),
                cold(Questions.resolve()),
                warm(Questions.page()),
                warm(Questions.draft()),
                cold(Questions.content()),
                warm(Questions.versions()),
                warm(Questions.deployments()),
                warm(Questions.agents()));
    }

    private static Operation requested() {
        Operation publish = FrontDesk.publishAndDeploy();
        return new Operation(
                publish.name() + ", under a request id",
                workspace -> publish.on(workspace.request(RequestId.of("request"))));
    }

    /** With all contents in memory. */
    static Row warm(Operation operation) {
        return new Row(operation, true, List.of());
    }

    /** With nothing in memory. */
    static Row cold(Operation operation) {
        return new Row(new Operation(operation.name() + ", no content in memory", operation.call()), false, List.of());
    }

    String name() {
        return operation.name();
    }
}
