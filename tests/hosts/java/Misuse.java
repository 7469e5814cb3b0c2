import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import innovation.Innovation;
import innovation.Innovation.Options;
import innovation.Innovation.Refused;
import innovation.Innovation.Unusable;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What a Java program may do wrong with Innovation, and what is then thrown. */
final class Misuse {
    private static final JsonObject LONG_SEARCH = json(
            "{people: [{id: a, role: nurse}, {id: b, role: nurse}, {id: c, role: nurse}, {id: d, role: nurse},"
                    + " {id: e, role: nurse}, {id: f, role: nurse}], tables: {count: 2}, rounds: 4, seed: 1,"
                    + " effort: {milliseconds: 60000}}");

    private final Checks checks = new Checks();
    private final Innovation innovation = Innovation.load();

    public static void main(String[] arguments) {
        Misuse misuse = new Misuse();
        misuse.libraries();
        misuse.textThatIsNone();
        misuse.values();
        misuse.limits();
        misuse.progress();
        misuse.checks.end();
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    private Refused refused(String code, String path, Runnable call) {
        Refused refused = checks.refusal(call, code);
        if (refused != null) {
            checks.equal(code + " at " + path, refused.code() + " at " + refused.path(), "refusal");
        }
        return refused;
    }

    private void libraries() {
        for (String library : new String[] {"/nowhere/libinnovation.so", "m"}) {
            try {
                Innovation.load(library);
                checks.holds(false, library + " was loaded");
            } catch (Unusable unusable) {
                checks.holds(unusable.getMessage().contains(library), unusable.getMessage());
            }
        }
    }

    private void textThatIsNone() {
        refused("contract.not-json", "", () -> innovation.callText("contract.version", ""));
        refused("contract.not-json", "", () -> innovation.callText("contract.version", "{\0}"));
        refused("contract.not-utf8", "", () -> innovation.callText("contract.version", "{\"\ud800\": 1}"));
        refused("contract.not-utf8", "", () -> innovation.callText("contract.\udfff", "{}"));
        refused("contract.unknown-operation", "", () -> innovation.callText("contract.version\0x", "{}"));
        Refused misspelt = refused("contract.unknown-operation", "", () -> innovation.callText("contract.versions", "{}"));
        checks.holds(misspelt.hint().orElse("").contains("contract.version"), "a hint");
        try {
            innovation.callText("contract.version", null);
            checks.holds(false, "no text at all was taken");
        } catch (NullPointerException fault) {
            checks.holds(true, "no text at all");
        }
    }

    private void values() {
        JsonObject request = json("{people: [{id: a, role: nurse}]}");
        request.getAsJsonArray("people").get(0).getAsJsonObject().addProperty("level", Double.NaN);
        refused("contract.not-json", "/people/0/level", () -> innovation.call("people.profile", request));
        refused("contract.unknown-field", "/nothing", () -> innovation.call("contract.version", json("{nothing: null}")));
        refused("contract.invalid-value", "", () -> innovation.call("contract.version", new JsonArray()));
        refused("contract.invalid-value", "", () -> innovation.call("contract.version", JsonNull.INSTANCE));
        checks.equal(1, innovation.call("contract.version").getAsJsonObject().get("contract").getAsInt(), "no request");

        String far = "é–患者😀";
        JsonObject person = json("{people: [{role: nurse}]}");
        person.getAsJsonArray("people").get(0).getAsJsonObject().addProperty("id", far);
        JsonObject profile = innovation.call("people.profile", person).getAsJsonObject();
        checks.equal(far, profile.getAsJsonArray("persons").get(0).getAsJsonObject().get("id").getAsString(), "letters");

        JsonObject rules = json("{size: 2, rules: {must: [a, b], apart: [[a, b]]}}");
        rules.add("people", LONG_SEARCH.get("people"));
        Refused conflict = checks.refusal(() -> innovation.call("gather.select", rules), "a contradiction");
        checks.equal("gather.infeasible", conflict.code(), "a contradiction");
        checks.equal(3, conflict.details().getAsJsonArray("conflict").size(), "details");
    }

    private void limits() {
        Options small = Options.NONE.limits(Map.of("bytes", 2L));
        refused("contract.too-large", "", () -> innovation.callText("contract.version", "{ }", small));
        Options misspelt = Options.NONE.limits(Map.of("byte", 2L));
        refused("contract.unknown-field", "/byte", () -> innovation.callText("contract.version", "{}", misspelt));
    }

    private void progress() {
        AtomicInteger looks = new AtomicInteger();
        Options third = Options.NONE.progress((done, total, best) -> looks.incrementAndGet() < 3);
        JsonObject rotation = innovation.call("gather.rotate", LONG_SEARCH, third).getAsJsonObject();
        checks.holds(rotation.has("rounds"), "a search that is stopped has an answer");
        checks.equal(3, looks.get(), "looks");

        IOException enough = new IOException("enough");
        Options faulty = Options.NONE.progress((done, total, best) -> Misuse.<RuntimeException>thrown(enough));
        try {
            innovation.call("gather.rotate", LONG_SEARCH, faulty);
            checks.holds(false, "what a progress function throws is thrown");
        } catch (Exception fault) {
            checks.holds(fault == enough, "the same exception, checked or not");
        }
        checks.holds(innovation.callText("contract.version", "{}").contains("\"contract\":1"), "the next call is served");
    }

    /** Throws a checked exception where none may be declared. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> boolean thrown(Throwable fault) throws T {
        throw (T) fault;
    }
}
