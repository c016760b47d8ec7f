package host.memory;

import dev.stet.Stet;
import dev.stet.Workspace;
import dev.stet.access.Actor;
import dev.stet.agent.Created;
import dev.stet.agent.NewAgent;
import dev.stet.content.Content;
import dev.stet.environment.Pipeline;
import dev.stet.ref.Ref;
import dev.stet.ref.WorkspaceId;
import dev.stet.schema.JsonSchema;
import dev.stet.storage.memory.MemoryStorage;
import dev.stet.version.Publish;

/** A host in memory: publishes, compares, checks a schema, and resolves, so that each library of the core is called. */
public final class Program {
    public static void main(String[] arguments) {
        Stet stet = Stet.on(new MemoryStorage()).pipeline(Pipeline.of("live")).build();
        Workspace acme = stet.workspace(WorkspaceId.of("acme"), Actor.of("ana"));
        Content content = Content.parse("{\"prompt\":\"Greet.\"}");
        Created desk = acme.agents().create(NewAgent.named("Desk").content(content));
        acme.drafts(desk.agent().id()).publish(Publish.draft(desk.draft().ref()).deployTo("live"));
        acme.contents(desk.agent().id())
                .diff(Ref.version(1), Ref.content(Content.parse("{\"prompt\":\"Greet the caller.\\nTwice.\"}")));
        JsonSchema.of(Content.parse("{\"properties\":{\"prompt\":{\"pattern\":\"^G\"}}}").root())
                .findings(content.root());
        long version = acme.resolve(desk.agent().id(), "live").version().orElseThrow();
        System.out.println("version " + version + " runs");
    }
}
