package dev.stet.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Collections;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@PropertyDefaults(tries = 300)
@Domain(JsonDomain.class)
@Domain(DomainContext.Global.class)
class JsonPatchTest {

    /** RFC 6902, appendix A, the examples that succeed; quotes are single to be readable. */
    static Stream<Arguments> appendixA() {
        return Stream.of(
                arguments(
                        "A.1",
                        "{'foo':'bar'}",
                        "[{'op':'add','path':'/baz','value':'qux'}]",
                        "{'baz':'qux','foo':'bar'}"),
                arguments(
                        "A.2",
                        "{'foo':['bar','baz']}",
                        "[{'op':'add','path':'/foo/1','value':'qux'}]",
                        "{'foo':['bar','qux','baz']}"),
                arguments("A.3", "{'baz':'qux','foo':'bar'}", "[{'op':'remove','path':'/baz'}]", "{'foo':'bar'}"),
                arguments(
                        "A.4",
                        "{'foo':['bar','qux','baz']}",
                        "[{'op':'remove','path':'/foo/1'}]",
                        "{'foo':['bar','baz']}"),
                arguments(
                        "A.5",
                        "{'baz':'qux','foo':'bar'}",
                        "[{'op':'replace','path':'/baz','value':'boo'}]",
                        "{'baz':'boo','foo':'bar'}"),
                arguments(
                        "A.6",
                        "{'foo':{'bar':'baz','waldo':'fred'},'qux':{'corge':'grault'}}",
                        "[{'op':'move','from':'/foo/waldo','path':'/qux/thud'}]",
                        "{'foo':{'bar':'baz'},'qux':{'corge':'grault','thud':'fred'}}"),
                arguments(
                        "A.7",
                        "{'foo':['all','grass','cows','eat']}",
                        "[{'op':'move','from':'/foo/1','path':'/foo/3'}]",
                        "{'foo':['all','cows','eat','grass']}"),
                arguments(
                        "A.8",
                        "{'baz':'qux','foo':['a',2,'c']}",
                        "[{'op':'test','path':'/baz','value':'qux'},{'op':'test','path':'/foo/1','value':2}]",
                        "{'baz':'qux','foo':['a',2,'c']}"),
                arguments(
                        "A.10",
                        "{'foo':'bar'}",
                        "[{'op':'add','path':'/child','value':{'grandchild':{}}}]",
                        "{'foo':'bar','child':{'grandchild':{}}}"),
                arguments(
                        "A.11",
                        "{'foo':'bar'}",
                        "[{'op':'add','path':'/baz','value':'qux','xyz':123}]",
                        "{'foo':'bar','baz':'qux'}"),
                arguments("A.14", "{'/':9,'~1':10}", "[{'op':'test','path':'/~01','value':10}]", "{'/':9,'~1':10}"),
                arguments(
                        "A.16",
                        "{'foo':['bar']}",
                        "[{'op':'add','path':'/foo/-','value':['abc','def']}]",
                        "{'foo':['bar',['abc','def']]}"));
    }

    static Stream<Arguments> furtherPatches() {
        return Stream.of(
                arguments("nothing", "{'a':1}", "[]", "{'a':1}"),
                arguments("whole replaced", "{'a':1}", "[{'op':'replace','path':'','value':[]}]", "[]"),
                arguments("whole added", "{'a':1}", "[{'op':'add','path':'','value':7}]", "7"),
                arguments("set", "{'a':1}", "[{'op':'add','path':'/a','value':null}]", "{'a':null}"),
                arguments("copy", "{'a':[1]}", "[{'op':'copy','from':'/a','path':'/a/0'}]", "{'a':[[1],1]}"),
                arguments("move up", "{'a':{'b':1}}", "[{'op':'move','from':'/a/b','path':'/a'}]", "{'a':1}"),
                arguments("move nowhere", "{'a':1}", "[{'op':'move','from':'/a','path':'/a'}]", "{'a':1}"),
                arguments(
                        "test by value",
                        "{'a':{'x':1,'y':2}}",
                        "[{'op':'test','path':'/a','value':{'y':2.0,'x':1e0}}]",
                        "{'a':{'x':1,'y':2}}"),
                arguments("same name, longer", "{'a':1}", "[{'op':'move','from':'/a','path':'/ab'}]", "{'ab':1}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"appendixA", "furtherPatches"})
    void turnsOneValueIntoAnother(String name, String target, String patch, String expected) {
        assertEquals(json(expected), patch(patch).applyTo(json(target)), name);
    }

    static Stream<Arguments> patchesThatFail() {
        return Stream.of(
                arguments("A.9", "{'baz':'qux'}", "[{'op':'test','path':'/baz','value':'bar'}]", 0, "/baz"),
                arguments("A.12", "{'foo':'bar'}", "[{'op':'add','path':'/baz/bat','value':'qux'}]", 0, "/baz/bat"),
                arguments("A.15", "{'/':9,'~1':10}", "[{'op':'test','path':'/~01','value':'10'}]", 0, "/~01"),
                arguments("second", "{}", "[{'op':'add','path':'/a','value':1},{'op':'remove','path':'/b'}]", 1, "/b"),
                arguments("replace none", "{}", "[{'op':'replace','path':'/a','value':1}]", 0, "/a"),
                arguments("copy none", "{}", "[{'op':'copy','from':'/x','path':'/a'}]", 0, "/x"),
                arguments("move none", "{}", "[{'op':'move','from':'/x','path':'/x'}]", 0, "/x"),
                arguments("past the end", "{'a':[1]}", "[{'op':'add','path':'/a/2','value':1}]", 0, "/a/2"),
                arguments("leading zero", "{'a':[1]}", "[{'op':'add','path':'/a/01','value':1}]", 0, "/a/01"),
                arguments("remove -", "{'a':[1]}", "[{'op':'remove','path':'/a/-'}]", 0, "/a/-"),
                arguments("into a string", "{'a':'x'}", "[{'op':'add','path':'/a/0','value':1}]", 0, "/a/0"),
                arguments("remove all", "{}", "[{'op':'remove','path':''}]", 0, ""),
                arguments("no op", "{}", "[{'path':'/a'}]", 0, "/0/op"),
                arguments("no path", "{}", "[{'op':'remove'}]", 0, "/0/path"),
                arguments("no value", "{}", "[{'op':'add','path':'/a'}]", 0, "/0/value"),
                arguments("no from", "{}", "[{'op':'copy','path':'/a'}]", 0, "/0/from"),
                arguments("unknown", "{}", "[{'op':'spam','path':'/a'}]", 0, "/0/op"),
                arguments("upper case", "{}", "[{'op':'ADD','path':'/a','value':1}]", 0, "/0/op"),
                arguments("no pointer", "{}", "[{'op':'remove','path':'a'}]", 0, "/0/path"),
                arguments("path a number", "{}", "[{'op':'remove','path':1}]", 0, "/0/path"),
                arguments("no object", "{}", "[{'op':'test','path':'','value':{}},7]", 1, "/1"),
                arguments("into itself", "{'a':{}}", "[{'op':'move','from':'/a','path':'/a/b'}]", 0, "/0/path"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("patchesThatFail")
    void namesTheOperationAndThePlaceThatFail(String name, String target, String patch, int operation, String at) {
        InvalidPatchException failure =
                assertThrows(InvalidPatchException.class, () -> patch(patch).applyTo(json(target)), name);

        assertEquals(operation, failure.operation());
        assertEquals(at, failure.at().toString());
    }

    @Test
    void theMessageSaysWhatWhereAndWhatNow() {
        JsonPatch patch = patch("[{'op':'test','path':'/model','value':'small'}]");

        InvalidPatchException failure =
                assertThrows(InvalidPatchException.class, () -> patch.applyTo(json("{'model':'large'}")));

        assertEquals(
                "operation 0 of the patch: test at \"/model\": expected \"small\", found \"large\"; nothing was changed,"
                        + " correct the patch or make it anew from the current value",
                failure.getMessage());
    }

    /** RFC 6902, appendix A.13: an operation that says twice what it is. */
    @Test
    void documentsThatAreNoPatchAreRefused() {
        assertEquals(
                "duplicate-member",
                assertThrows(
                                InvalidContentException.class,
                                () -> patch("[{'op':'add','path':'/baz','value':'qux','op':'remove'}]"))
                        .rule());
        assertEquals(
                "array-expected",
                assertThrows(InvalidContentException.class, () -> patch("{'op':'remove','path':'/a'}"))
                        .rule());
    }

    @Test
    void operationsAreRead() {
        JsonPatch patch = patch("[{'op':'move','from':'/a','path':'/b'}]");

        JsonPatch.Move move =
                assertInstanceOf(JsonPatch.Move.class, patch.operations().get(0));
        assertEquals(new JsonPatch.Move(JsonPointer.parse("/a"), JsonPointer.parse("/b")), move);
        assertEquals(patch, patch("[{'from':'/a','path':'/b','op':'move','note':''}]"));
    }

    @Test
    void doublingAgainAndAgainIsStopped() {
        String twice = "{'op':'copy','from':'','path':'/-'}";
        JsonPatch bomb = patch("[" + String.join(",", Collections.nCopies(60, twice)) + "]");

        InvalidPatchException failure =
                assertThrows(InvalidPatchException.class, () -> bomb.applyTo(json("['0123456789']")));
        assertTrue(failure.operation() < 30);
    }

    @Test
    void whatIsTooLargeAlreadyMayShrink() {
        JsonValue large = json("{'a':[[1]],'b':2}");
        ContentLimits small = ContentLimits.DEFAULT.withMaxDepth(1);

        assertEquals(json("{'a':[[1]]}"), patch("[{'op':'remove','path':'/b'}]").applyTo(large, small));
        assertThrows(
                InvalidPatchException.class,
                () -> patch("[{'op':'copy','from':'/a','path':'/a/0/0'}]").applyTo(large, small));
    }

    @Property
    void whatWasAddedIsThereAndCanBeRemoved(
            @ForAll JsonObject target, @ForAll JsonValue value, @ForAll JsonString name) {
        JsonPointer at = JsonPointer.ROOT.append(name.value());

        JsonValue added = step("add", at, value).applyTo(target);
        JsonValue removed = step("remove", at, value).applyTo(added);

        assertEquals(value, added.find(at).orElseThrow());
        assertEquals(target.without(name.value()), removed);
    }

    private static JsonPatch step(String op, JsonPointer at, JsonValue value) {
        return JsonPatch.of(JsonArray.of(JsonObject.of("op", JsonValue.of(op))
                .with("path", JsonValue.of(at.toString()))
                .with("value", value)));
    }

    private static JsonPatch patch(String text) {
        return JsonPatch.parse(text.replace('\'', '"'));
    }

    private static JsonValue json(String text) {
        return JsonValue.parse(text.replace('\'', '"'));
    }
}
