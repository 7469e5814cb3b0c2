import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import innovation.Innovation;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A page of an intranet: who is brought together, who sits with whom, and will it last?
 *
 * <p>usage: java Intranet FOLDER [fr|en], where FOLDER holds what ../hosts holds
 */
public final class Intranet {
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Innovation innovation = Innovation.load();
    private final Path folder;
    private final String locale;
    private final JsonObject words;
    private final JsonArray roles;
    private final JsonArray people;
    private final JsonArray ties;

    private Intranet(Path folder, String locale) throws IOException {
        this.folder = folder;
        this.locale = locale;
        words = json("words.json").getAsJsonObject(locale);
        roles = ask("people.roles", object("locale", locale)).getAsJsonArray("roles");
        people = ask("exchange.peopleFromTable", object("text", file("people.csv"))).getAsJsonArray("people");
        ties = ask("exchange.tiesFromTable", object("text", file("ties.csv"))).getAsJsonArray("ties");
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 1) {
            System.err.println("usage: java Intranet FOLDER [fr|en]");
            System.exit(1);
        }
        new Intranet(Path.of(arguments[0]), arguments.length > 1 ? arguments[1] : "fr").show();
    }

    private void show() throws IOException {
        JsonObject brief = json("brief.json");
        JsonObject version = ask("contract.version", new JsonObject());
        line("library", Map.of("library", text(version, "library"), "contract", text(version, "contract")));
        line("read", Map.of("people", people.size(), "ties", ties.size()));
        open(brief.getAsJsonObject("space"));
        seat(brief.getAsJsonObject("seating"), choose(brief.getAsJsonObject("group")));
        judge();
        refuse(brief.getAsJsonObject("group"), brief.getAsJsonObject("impossible"));
    }

    /** Opens the space; the salt hides who is behind a member's token, so nobody may guess it. */
    private void open(JsonObject request) {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        StringBuilder salt = new StringBuilder();
        for (byte one : bytes) {
            salt.append(String.format("%02x", one));
        }
        request.addProperty("salt", salt.toString());
        JsonObject founding = ask("space.apply", request).getAsJsonObject("state").getAsJsonObject("founding");
        line("opened", Map.of("title", text(founding.getAsJsonObject("title"), locale), "by", text(request, "by")));
    }

    /** The request for a group: what was asked for, with the people and ties that were read. */
    private JsonObject group(JsonObject brief) {
        JsonObject request = brief.deepCopy();
        request.add("people", people);
        request.add("ties", ties);
        return request;
    }

    private JsonArray choose(JsonObject brief) {
        JsonObject selection = ask("gather.select", group(brief));
        JsonArray chosen = selection.getAsJsonArray("chosen");
        boolean proved = selection.get("proved").getAsBoolean();
        double value = selection.getAsJsonObject("score").get("total").getAsDouble();
        line("chosen", Map.of("size", chosen.size(), "proof", text(words, proved ? "proved" : "unproved"),
                "value", decimal(value), "people", join(chosen, " ")));
        for (JsonElement because : selection.getAsJsonArray("because")) {
            explain(because.getAsJsonObject());
        }
        return chosen;
    }

    private void explain(JsonObject because) {
        List<String> told = new ArrayList<>();
        for (JsonElement each : because.getAsJsonArray("reasons")) {
            JsonObject reason = each.getAsJsonObject();
            boolean perspective = text(reason, "code").equals("perspective");
            JsonElement known = words.getAsJsonObject("reasons").get(text(reason, perspective ? "attribute" : "code"));
            if (known != null && !(perspective && reason.get("others").getAsInt() > 0)) {
                told.add(filled(known.getAsString(), Map.of("value", text(reason, "value"),
                        "count", text(reason, "count"), "of", text(reason, "of"))));
            }
        }
        JsonObject person = with(people, because.get("person"));
        line("because", Map.of("person", text(because, "person"), "role", text(with(roles, person.get("role")), "name"),
                "reasons", String.join(text(words, "and"), told)));
    }

    /** Seats those who were chosen: everybody else is never seated. */
    private void seat(JsonObject brief, JsonArray chosen) {
        JsonArray never = new JsonArray();
        for (JsonElement person : people) {
            JsonElement id = person.getAsJsonObject().get("id");
            if (!chosen.contains(id)) {
                never.add(id);
            }
        }
        JsonObject request = group(brief);
        JsonObject rules = new JsonObject();
        rules.add("never", never);
        request.add("rules", rules);
        JsonObject rotation = ask("gather.rotate", request);
        int number = 0;
        for (JsonElement round : rotation.getAsJsonArray("rounds")) {
            JsonArray tables = new JsonArray();
            for (JsonElement table : round.getAsJsonObject().getAsJsonArray("tables")) {
                tables.add(join(table.getAsJsonArray(), " "));
            }
            line("round", Map.of("round", ++number, "tables", join(tables, " | ")));
        }
        JsonObject score = rotation.getAsJsonObject("score");
        line("meetings", Map.of("new", text(score, "newPairs"), "repeats", text(score, "repeats")));
    }

    private void judge() throws IOException {
        JsonObject scores = ask("evaluate.score", json("assessment.json"));
        JsonObject pool = scores.getAsJsonArray("pooled").get(0).getAsJsonObject();
        JsonObject total = pool.getAsJsonObject("total");
        boolean validated = scores.get("validated").getAsBoolean();
        line("score", Map.of("title", text(scores.getAsJsonObject("title"), locale),
                "mean", stat(total, "mean"), "min", stat(total, "min"), "max", stat(total, "max"),
                "count", text(pool, "assessments"), "validity", text(words, validated ? "validated" : "unvalidated")));
    }

    /** Rules that cannot hold together: the exception says which, and what to do. */
    private void refuse(JsonObject brief, JsonObject rules) {
        JsonObject request = group(brief);
        request.add("rules", rules);
        try {
            ask("gather.select", request);
        } catch (Innovation.Refused refused) {
            line("refused", Map.of("code", refused.code(), "path", refused.path(),
                    "message", refused.getMessage(), "hint", refused.hint().orElse("")));
            JsonArray paths = new JsonArray();
            for (JsonElement rule : refused.details().getAsJsonArray("conflict")) {
                paths.add(rule.getAsJsonObject().get("path"));
            }
            line("conflict", Map.of("rules", join(paths, " ")));
            return;
        }
        throw new IllegalStateException("rules that contradict each other were not refused");
    }

    private JsonObject ask(String operation, JsonObject request) {
        return innovation.call(operation, request).getAsJsonObject();
    }

    private String file(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private JsonObject json(String name) throws IOException {
        return JsonParser.parseString(file(name)).getAsJsonObject();
    }

    private static JsonObject object(String name, String value) {
        JsonObject object = new JsonObject();
        object.addProperty(name, value);
        return object;
    }

    private static JsonObject with(JsonArray list, JsonElement id) {
        for (JsonElement item : list) {
            if (item.getAsJsonObject().get("id").equals(id)) {
                return item.getAsJsonObject();
            }
        }
        throw new IllegalArgumentException("nothing has the id " + id);
    }

    /** A text or number of an object; nothing where it is absent. */
    private static String text(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value == null ? "" : value.getAsString();
    }

    private static String join(JsonArray texts, String between) {
        List<String> parts = new ArrayList<>();
        texts.forEach(text -> parts.add(text.getAsString()));
        return String.join(between, parts);
    }

    private String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replace(".", text(words, "decimal"));
    }

    /** A statistic that does not exist has no value: it is said as a dash. */
    private String stat(JsonObject total, String name) {
        JsonElement value = total.getAsJsonObject(name).get("value");
        return value.isJsonNull() ? "–" : decimal(value.getAsDouble());
    }

    /** Words with their places filled. */
    private static String filled(String text, Map<String, ?> places) {
        for (Map.Entry<String, ?> place : places.entrySet()) {
            text = text.replace("{" + place.getKey() + "}", place.getValue().toString());
        }
        return text;
    }

    private void line(String key, Map<String, ?> places) {
        out.print(filled(text(words, key), places) + "\n");
    }
}
