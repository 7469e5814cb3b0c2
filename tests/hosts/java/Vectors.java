import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import innovation.Innovation;
import innovation.Innovation.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;

/** Repeats every case through Innovation: as text, byte for byte, and as values. */
final class Vectors {
    private static final Set<String> TEXT_ONLY = Set.of("contract.not-json", "contract.duplicate-key");

    private final Checks checks = new Checks();
    private final Innovation innovation = Innovation.load();
    private int textOnly;

    public static void main(String[] arguments) throws IOException {
        new Vectors().all(Path.of(arguments[0]));
    }

    private void all(Path cases) throws IOException {
        for (String line : Files.readString(cases).split("\n")) {
            repeat(JsonParser.parseString(line).getAsJsonObject());
        }
        System.out.println(textOnly + " cases as text only: no JSON, or a key twice");
        checks.end();
    }

    private void repeat(JsonObject one) {
        String operation = one.get("operation").getAsString();
        String request = one.get("request").getAsString();
        String output = one.get("output").getAsString();
        JsonElement expected = JsonParser.parseString(output);
        same(one, " as text", output, expected, () -> innovation.callText(operation, request));
        boolean ok = one.get("ok").getAsBoolean();
        if (!ok && TEXT_ONLY.contains(error(expected).get("code").getAsString()) || !isJson(request)) {
            textOnly++;
            return;
        }
        JsonElement asked = JsonParser.parseString(request);
        same(one, " as values", expected, expected, () -> innovation.call(operation, asked));
    }

    private static boolean isJson(String text) {
        try {
            JsonParser.parseString(text);
            return true;
        } catch (JsonSyntaxException fault) {
            return false;
        }
    }

    /** A response is what it should be; an exception tells all that the library wrote. */
    private void same(JsonObject one, String how, Object response, JsonElement expected, Supplier<Object> call) {
        String name = one.get("name").getAsString() + how;
        boolean ok = one.get("ok").getAsBoolean();
        try {
            Object found = call.get();
            checks.holds(ok && found.equals(response), name);
        } catch (Refused refused) {
            JsonObject told = new JsonObject();
            told.addProperty("code", refused.code());
            told.addProperty("path", refused.path());
            told.addProperty("message", refused.getMessage());
            refused.hint().ifPresent(hint -> told.addProperty("hint", hint));
            if (refused.details().size() > 0) {
                told.add("details", refused.details());
            }
            checks.holds(!ok && told.equals(error(expected)), name + ": " + refused);
        }
    }

    private static JsonObject error(JsonElement expected) {
        return expected.getAsJsonObject().getAsJsonObject("error");
    }
}
